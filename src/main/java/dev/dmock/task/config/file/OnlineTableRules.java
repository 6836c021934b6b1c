package dev.dmock.task.config.file;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.go.GoRegexp;
import dev.dmock.go.InvalidTextException;
import java.util.List;

/** The expressions by which a configuration file tells the tables of tools that change structures online. */
final class OnlineTableRules {

    private static final List<String> LISTS = List.of("shadow-table-rules", "trash-table-rules");

    private OnlineTableRules() {}

    /** Refuses an expression that is none, or that does not have just one group; {@code at} says where, for the error. */
    static void check(FileSettings file, String at) {
        for (String list : LISTS) {
            for (String rule : file.texts(list)) {
                String anchored = (rule.startsWith("^") ? "" : "^") + rule + (rule.endsWith("$") ? "" : "$");
                String problem = problem(anchored);
                DmError error = DmError.of(DmCode.CONFIG_ONLINE_DDL_INVALID_REGEX, list, anchored, problem)
                        .annotated(at);
                FileChecks.require(problem.isEmpty(), error);
            }
        }
    }

    private static String problem(String expression) {
        try {
            boolean one = GoRegexp.compile(expression).groupCount() == 1;
            return one ? "" : "rule isn't contains exactly one submatch";
        } catch (InvalidTextException e) {
            return "fail to compile: " + e.getMessage();
        }
    }
}
