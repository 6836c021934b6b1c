package dev.dmock.go;

import java.util.ArrayDeque;
import java.util.Deque;

/** Names of files and directories as DM prints them. They are texts here: nothing is ever opened by them. */
public final class GoPath {

    private static final String UP = "..";

    private GoPath() {}

    /** What is below a directory, in its shortest form; of Go's {@code filepath.Join}. */
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
