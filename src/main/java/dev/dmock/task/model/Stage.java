package dev.dmock.task.model;

/** The stage of a subtask and its transitions. */
public enum Stage {
    /** Created and about to run (v5). */
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
    /** Completed a full migration; this stage is final. */
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

    /** Returns the next stage. */
    abstract Stage after(Signal signal);

    /** The name that the API uses. */
    public String label() {
        return label;
    }

    Stage refuse(Signal signal) {
        throw new IllegalStateException(signal + " in stage " + label);
    }

    /** The events that change the stage of a subtask. */
    public enum Signal {
        /** A request to run: create (v5), resume, start (v8). */
        RUN,
        /** A request to stop: pause (v5), stop (v8). */
        HALT,
        /** The unit has failed. */
        FAIL,
        /** The last unit has completed. */
        FINISH
    }
}
