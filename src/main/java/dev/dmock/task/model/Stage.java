package dev.dmock.task.model;

/** The stage of a subtask, and what becomes of it when something happens to the subtask. */
public enum Stage {
    /** Not begun (v5); the worker is about to run it. */
    NEW("New") {
        @Override
        Stage after(Signal signal) {
            return switch (signal) {
                case RUN -> RUNNING;
                case HALT -> PAUSED;
                case FAIL, FINISH -> refuse(signal);
            };
        }
    },
    /** Never started (v8). */
    STOPPED("Stopped") {
        @Override
        Stage after(Signal signal) {
            return switch (signal) {
                case RUN -> RUNNING;
                case HALT -> STOPPED;
                case FAIL, FINISH -> refuse(signal);
            };
        }
    },
    RUNNING("Running") {
        @Override
        Stage after(Signal signal) {
            return switch (signal) {
                case RUN -> RUNNING;
                case HALT, FAIL -> PAUSED;
                case FINISH -> FINISHED;
            };
        }
    },
    PAUSED("Paused") {
        @Override
        Stage after(Signal signal) {
            return switch (signal) {
                case RUN -> RUNNING;
                case HALT -> PAUSED;
                case FAIL, FINISH -> refuse(signal);
            };
        }
    },
    /** A full migration that is done; nothing changes it any more. */
    FINISHED("Finished") {
        @Override
        Stage after(Signal signal) {
            return switch (signal) {
                case RUN, HALT -> FINISHED;
                case FAIL, FINISH -> refuse(signal);
            };
        }
    };

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** The stage that follows. */
    abstract Stage after(Signal signal);

    /** The name that the API uses. */
    public String label() {
        return label;
    }

    Stage refuse(Signal signal) {
        throw new IllegalStateException(signal + " in stage " + label);
    }

    /** What can happen to a subtask. */
    public enum Signal {
        /** It is to run: created in v5, resumed, started in v8. */
        RUN,
        /** It is to stand still: paused in v5, stopped in v8. */
        HALT,
        /** Its unit cannot go on. */
        FAIL,
        /** Its last unit is done. */
        FINISH
    }
}
