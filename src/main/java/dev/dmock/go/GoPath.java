package dev.dmock.go;

import java.util.ArrayDeque;
import java.util.Deque;

/** Handles file and directory names as DM prints them; it never opens them. */
public final class GoPath {

    private static final String UP = "..";

    private GoPath() {}

    /** Joins a directory and a name into the shortest form, as Go's {@code filepath.Join} does. */
    public static String joined(String directory, String name) {
        String whole = directory.isEmpty() ? name : directory + "/" + name;
        String root = whole.startsWith("/") ? "/" : "";
        Deque<String> kept = new ArrayDeque<>();
        for (String part : whole.split("/")) {
            boolean canGoUp = !kept.isEmpty() && !kept.getLast().equals(UP);
            if (part.equals(UP) && canGoUp) {
                kept.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(part.equals(UP) && !root.isEmpty())) {
                kept.addLast(part);
            }
        }
        String path = root + String.join("/", kept);
        return path.isEmpty() && !whole.isEmpty() ? "." : path;
    }
}
