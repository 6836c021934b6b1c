package dev.dmock.world.database.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A set of GTIDs such as {@code uuid:1-3:5}. */
public final class GtidSet {

    private static final Pattern SERVER = Pattern.compile("([0-9a-fA-F-]+)((?::\\d+(?:-\\d+)?)+)");

    private final Map<String, List<Range>> ranges;

    private GtidSet(Map<String, List<Range>> ranges) {
        this.ranges = ranges;
    }

    private record Range(long first, long last) {}

    /** Parses a set; empty if the text is invalid. */
    public static Optional<GtidSet> parse(String text) {
        Map<String, List<Range>> all = new TreeMap<>();
        for (String server : text.strip().split("\\s*,\\s*")) {
            if (server.isEmpty()) {
                continue;
            }
            Matcher matcher = SERVER.matcher(server);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            List<Range> of = all.computeIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), k -> new ArrayList<>());
            for (String range : matcher.group(2).substring(1).split(":")) {
                String[] ends = range.split("-");
                of.add(new Range(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])));
            }
        }
        return Optional.of(new GtidSet(all));
    }

    /** Returns whether the set contains one transaction, {@code uuid:n}. */
    public boolean contains(String gtid) {
        int colon = gtid.lastIndexOf(':');
        long number = Long.parseLong(gtid.substring(colon + 1));
        List<Range> of = ranges.getOrDefault(gtid.substring(0, colon).toLowerCase(Locale.ROOT), List.of());
        return of.stream().anyMatch(r -> r.first <= number && number <= r.last);
    }

    /** Adds one transaction, {@code uuid:n}; an empty text adds nothing. */
    public GtidSet with(String gtid) {
        return gtid.isEmpty() || contains(gtid)
                ? this
                : parse(gtid).map(this::with).orElse(this);
    }

    /** Returns the end of the gapless range of a server's transactions. */
    public long withoutGap(String uuid) {
        long until = 0;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Range range : ranges.getOrDefault(uuid, List.of())) {
                if (range.first <= until + 1 && range.last > until) {
                    until = range.last;
                    moved = true;
                }
            }
        }
        return until;
    }

    /** Returns the set without the transactions of one server. */
    public GtidSet without(String uuid) {
        Map<String, List<Range>> others = new TreeMap<>(ranges);
        others.remove(uuid);
        return new GtidSet(others);
    }

    /** Returns the union of both sets. */
    public GtidSet with(GtidSet other) {
        Map<String, List<Range>> all = new TreeMap<>();
        for (GtidSet set : List.of(this, other)) {
            set.ranges.forEach((uuid, of) ->
                    all.computeIfAbsent(uuid, k -> new ArrayList<>()).addAll(of));
        }
        all.replaceAll((uuid, of) -> joined(of));
        return new GtidSet(all);
    }

    private static List<Range> joined(List<Range> ranges) {
        List<Range> joined = new ArrayList<>();
        for (Range range :
                ranges.stream().sorted(Comparator.comparingLong(Range::first)).toList()) {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && range.first <= last.last + 1) {
                joined.set(joined.size() - 1, new Range(last.first, Math.max(last.last, range.last)));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    @Override
    public String toString() {
        return ranges.entrySet().stream()
                .map(e -> e.getKey()
                        + e.getValue().stream()
                                .map(r -> ":" + r.first + (r.last > r.first ? "-" + r.last : ""))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(","));
    }
}
