package dev.dmock.task.config.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The order in which Go's YAML package writes the keys of a map: as texts, but numbers in them by their amount, and
 * letters behind anything else.
 */
final class GoKeys {

    private GoKeys() {}

    /** The keys in order. The order is not consistent for all texts, so that a usual sort could refuse them. */
    static List<String> sorted(Collection<String> keys) {
        PriorityQueue<String> queue = new PriorityQueue<>(Math.max(1, keys.size()), GoKeys::compare);
        queue.addAll(keys);
        List<String> sorted = new ArrayList<>();
        while (!queue.isEmpty()) {
            sorted.add(queue.remove());
        }
        return sorted;
    }

    private static int compare(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        int i = 0;
        while (i < a.length && i < b.length && a[i] == b[i]) {
            i++;
        }
        if (i == a.length || i == b.length) {
            return Integer.compare(a.length, b.length);
        }
        boolean letter = Character.isLetter(a[i]);
        if (letter || Character.isLetter(b[i])) {
            boolean both = letter && Character.isLetter(b[i]);
            return both ? Integer.compare(a[i], b[i]) : letter ? 1 : -1;
        }
        // zeros are a part of the number only if something else is in front of them
        boolean inNumber = (a[i] == '0' || b[i] == '0') && digitsBefore(a, i);
        long start = inNumber ? 1 : 0;
        int byAmount = Long.compare(amount(a, i, start), amount(b, i, start));
        int byLength = Integer.compare(end(a, i), end(b, i));
        return byAmount != 0 ? byAmount : byLength != 0 ? byLength : Integer.compare(a[i], b[i]);
    }

    private static boolean digitsBefore(int[] text, int at) {
        for (int j = at - 1; j >= 0 && Character.isDigit(text[j]); j--) {
            if (text[j] != '0') {
                return true;
            }
        }
        return false;
    }

    private static long amount(int[] text, int from, long start) {
        long amount = start;
        for (int i = from; i < text.length && Character.isDigit(text[i]); i++) {
            amount = amount * 10 + (text[i] - '0');
        }
        return amount;
    }

    private static int end(int[] text, int from) {
        int end = from;
        while (end < text.length && Character.isDigit(text[end])) {
            end++;
        }
        return end;
    }
}
