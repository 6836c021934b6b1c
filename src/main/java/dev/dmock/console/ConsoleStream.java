package dev.dmock.console;

import dev.dmock.console.ConsolePage.Moment;
import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.space.wait.ConditionWaiter;
import dev.dmock.space.wait.ConditionWaiter.Sight;
import dev.dmock.time.MachineTime;
import dev.dmock.web.wrapper.FlushableResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends the view of a space to an open console as server-sent events when the view changes. Writes to the space and its
 * scheduled events wake it.
 */
@Component
class ConsoleStream {

    /** Limits the open streams, since each occupies a request thread. */
    private static final int MAX_STREAMS = 16;

    /** The polling interval while a value changes continuously, such as the share of a dump. */
    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(1);

    /** The keep-alive interval; a failed write reveals a client that has disconnected. */
    private static final Duration KEEP_ALIVE_INTERVAL = Duration.ofSeconds(15);

    /** The minimum interval between views, which bounds the load that a busy space causes. */
    private static final Duration MIN_INTERVAL = Duration.ofMillis(200);

    private final ConditionWaiter watch;
    private final Spaces spaces;
    private final ConsoleViewBuilder views;
    private final ConsolePage page;
    private final MachineTime machine;
    private final Semaphore slots = new Semaphore(MAX_STREAMS);

    ConsoleStream(
            ConditionWaiter watch, Spaces spaces, ConsoleViewBuilder views, ConsolePage page, MachineTime machine) {
        this.watch = watch;
        this.spaces = spaces;
        this.views = views;
        this.page = page;
        this.machine = machine;
    }

    /** Returns whether the space exists, without creating a removed space. */
    boolean exists(SpaceName space) {
        return space.equals(SpaceName.DEFAULT) || spaces.exists(space);
    }

    /**
     * Sends views until the client disconnects, the space is removed or the server stops; the browser then reconnects.
     */
    void send(SpaceName space, HttpServletResponse response) throws IOException {
        if (!slots.tryAcquire()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            response.setContentType("text/event-stream;charset=utf-8");
            response.setHeader("Cache-Control", "no-store");
            stream(space, response);
        } finally {
            slots.release();
        }
    }

    private void stream(SpaceName space, HttpServletResponse out) throws IOException {
        write(out, "retry: 1000\n\n");
        Moment shown = null;
        boolean open = true;
        while (open && exists(space)) {
            Duration timeout = shown != null && shown.view().progressing() ? PROGRESS_INTERVAL : KEEP_ALIVE_INTERVAL;
            long end = machine.ticks() + timeout.toNanos();
            Sight<Moment> sight = await(space, timeout, shown);
            if (sight.met()) {
                shown = sight.state();
                write(out, event(page.live(space, shown)));
                open = exists(space) && pause(space);
            } else {
                write(out, ": nothing new\n\n");
                open = machine.ticks() >= end;
            }
        }
    }

    private Sight<Moment> await(SpaceName space, Duration timeout, @Nullable Moment shown) {
        return watch.await(space, timeout, draft -> {
            Moment moment = new Moment(views.build(draft, space), draft.now());
            return new Sight<>(shown == null || !shown.view().equals(moment.view()), moment);
        });
    }

    /**
     * Waits between two views; returns false if the wait ended early, because the space was removed or the server
     * stops.
     */
    private boolean pause(SpaceName space) {
        long end = machine.ticks() + MIN_INTERVAL.toNanos();
        watch.await(space, MIN_INTERVAL, draft -> new Sight<>(false, ""));
        return machine.ticks() >= end;
    }

    private static String event(String html) {
        StringBuilder event = new StringBuilder("event: live\n");
        html.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
        return event.append('\n').toString();
    }

    private static void write(HttpServletResponse out, String text) throws IOException {
        out.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        FlushableResponse.push(out);
    }
}
