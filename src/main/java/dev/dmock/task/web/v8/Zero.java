package dev.dmock.task.web.v8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Go makes of a value that is missing or null. It shows only where nothing has checked the body: without a body,
 * and in PUT of templates.
 */
final class Zero {

    private Zero() {}

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable List<String> texts(@Nullable List<@Nullable String> texts) {
        return texts == null ? null : texts.stream().map(Zero::text).toList();
    }

    static @Nullable List<@Nullable String> widen(@Nullable List<String> texts) {
        return texts == null ? null : new ArrayList<>(texts);
    }
}
