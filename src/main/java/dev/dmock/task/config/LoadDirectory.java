package dev.dmock.task.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a task keeps its dump files. DM appends the task's name to the directory, and takes it off again where it lists
 * the task, so that not everything comes back as it was posted.
 *
 * @param listed the directory as it comes back
 * @param sorting the directory for sorting that DM derives from it; empty for a task that loads nothing
 */
record LoadDirectory(String listed, String sorting) {

    static LoadDirectory of(String task, boolean loads, String dir) {
        if (dir.contains("://")) {
            String escaped = URLEncoder.encode(task, StandardCharsets.UTF_8).replace("+", "%20");
            return new LoadDirectory(dir, loads ? "./sorting." + escaped : "");
        }
        String suffix = "." + task;
        if (!loads) {
            return new LoadDirectory(without(dir, suffix), "");
        }
        String tidy = dir.replaceFirst("/+$", "");
        String used = dir.isEmpty() || tidy.endsWith(suffix) ? dir : tidy + suffix;
        return new LoadDirectory(without(used, suffix), used + ".sorting");
    }

    private static String without(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }
}
