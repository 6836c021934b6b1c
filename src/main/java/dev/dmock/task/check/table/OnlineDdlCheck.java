package dev.dmock.task.check.table;

import dev.dmock.sql.token.TableName;
import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a tool for online schema change is at work on a table of the task (v8). */
public record OnlineDdlCheck(CheckedInstance instance) implements Check {

    private static final Pattern GHOST = Pattern.compile("^_(.+)_(?:new|gho)$");

    @Override
    public String name() {
        return "online ddl checker";
    }

    @Override
    public String description() {
        return "check if in online ddl phase";
    }

    @Override
    public String extra() {
        return "online ddl";
    }

    @Override
    public CheckResult run() {
        boolean atWork = instance.schemas().stream()
                .flatMap(schema -> instance.upstream().baseTables(schema).stream())
                .anyMatch(this::isGhost);
        return atWork
                ? CheckResult.failed("your ddl is in pt/ghost online-ddl").adding("please wait the online-ddl over")
                : CheckResult.PASSED;
    }

    private boolean isGhost(TableName table) {
        Matcher ghost = GHOST.matcher(table.table());
        return ghost.matches() && instance.part().allowList().contains(new TableName(table.schema(), ghost.group(1)));
    }
}
