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
 * Tells an open console by server-sent events what its space looks like, whenever that has changed: woken by what is
 * written to the space and by what happens in it by itself.
 */
@Component
class ConsoleStream {

    /** Each takes a thread that could answer requests. */
    private static final int MOST = 16;

    /** How often one looks while something changes from moment to moment, such as the share of a dump. */
    private static final Duration PROGRESS = Duration.ofSeconds(1);

    /** After so long something is sent all the same: that is how a client that has gone is noticed. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** A person sees no more; a busy space must not keep the server busy with pictures of it. */
    private static final Duration REST = Duration.ofMillis(200);

    private final ConditionWaiter watch;
    private final Spaces spaces;
    private final ConsoleViewBuilder observer;
    private final ConsolePage page;
    private final MachineTime machine;
    private final Semaphore places = new Semaphore(MOST);

    ConsoleStream(
            ConditionWaiter watch, Spaces spaces, ConsoleViewBuilder observer, ConsolePage page, MachineTime machine) {
        this.watch = watch;
        this.spaces = spaces;
        this.observer = observer;
        this.page = page;
        this.machine = machine;
    }

    /** Whether there is anything to be seen; a space that was dropped must not be made again by looking at it. */
    boolean isThere(SpaceName space) {
        return space.equals(SpaceName.DEFAULT) || spaces.exists(space);
    }

    /** Sends pictures until the client or the space has gone, or the server ends; the browser then tries again. */
    void send(SpaceName space, HttpServletResponse response) throws IOException {
        if (!places.tryAcquire()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            response.setContentType("text/event-stream;charset=utf-8");
            response.setHeader("Cache-Control", "no-store");
            stream(space, response);
        } finally {
            places.release();
        }
    }

    private void stream(SpaceName space, HttpServletResponse out) throws IOException {
        write(out, "retry: 1000\n\n");
        Moment shown = null;
        boolean open = true;
        while (open && isThere(space)) {
            Duration patience = shown != null && shown.view().progressing() ? PROGRESS : SILENCE;
            long end = machine.ticks() + patience.toNanos();
            Sight<Moment> sight = await(space, patience, shown);
            if (sight.met()) {
                shown = sight.state();
                write(out, event(page.live(space, shown)));
                open = isThere(space) && rest(space);
            } else {
                write(out, ": nothing new\n\n");
                open = machine.ticks() >= end;
            }
        }
    }

    private Sight<Moment> await(SpaceName space, Duration patience, @Nullable Moment shown) {
        return watch.await(space, patience, draft -> {
            Moment moment = new Moment(observer.look(draft, space), draft.now());
            return new Sight<>(shown == null || !shown.view().equals(moment.view()), moment);
        });
    }

    /** False if the space or the server is gone meanwhile: one is not kept waiting for so long then. */
    private boolean rest(SpaceName space) {
        long end = machine.ticks() + REST.toNanos();
        watch.await(space, REST, draft -> new Sight<>(false, ""));
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
