package dev.dmock.conformance;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The recorded cases that DMock does not pass yet, listed by reason in {@code pending.yaml} beside the cases. */
final class PendingCases {

    private PendingCases() {}

    /** The IDs of all cases on the list. */
    static Set<String> in(Path list) {
        Set<String> ids = new HashSet<>();
        JsonNode byReason = new YAMLMapper().readTree(list.toFile());
        byReason.properties()
                .forEach(reason -> reason.getValue().forEach(id -> {
                    if (!ids.add(id.asString())) {
                        throw new IllegalStateException(id.asString() + " is listed twice in " + list);
                    }
                }));
        return Set.copyOf(ids);
    }
}
