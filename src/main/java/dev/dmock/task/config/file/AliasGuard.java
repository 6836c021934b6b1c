package dev.dmock.task.config.file;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Watches how much of what is read comes from aliases, so that a short file cannot stand for a long one. */
final class AliasGuard {

    private static final int FREE_STEPS = 1000;
    private static final int FREE_ALIASES = 100;
    private static final double MOST_BY_ALIASES = 0.99;
    private static final int MOST_STEPS = 400_000;
    private static final int MOST_CHARACTERS = 1 << 22;

    private final Set<YamlNode> following = Collections.newSetFromMap(new IdentityHashMap<>());
    private int steps;
    private int aliased;
    private int depth;
    private long characters;

    /** Counts a node that is read; refuses as Go's package does, and somewhat earlier for large files. */
    void count(YamlNode node) {
        steps++;
        aliased += depth > 0 ? 1 : 0;
        characters += node instanceof YamlNode.Scalar scalar ? scalar.value().length() : 0;
        boolean excessive = aliased > FREE_ALIASES && steps > FREE_STEPS && aliased > MOST_BY_ALIASES * steps;
        if (excessive || steps > MOST_STEPS || characters > MOST_CHARACTERS) {
            throw new YamlProblem("yaml: document contains excessive aliasing");
        }
    }

    /** Reads what an alias stands for, unless it is within it. */
    <T extends @Nullable Object> T follow(YamlNode.Alias alias, Supplier<T> reading) {
        if (!following.add(alias)) {
            throw new YamlProblem("yaml: anchor '" + alias.anchor() + "' value contains itself");
        }
        depth++;
        T value = reading.get();
        depth--;
        following.remove(alias);
        return value;
    }
}
