package dev.dmock.task.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.token.TableName;
import java.util.ArrayList;
import java.util.List;

/**
 * * DM-master's lock of a pessimistic shard DDL (dm/pkg/shardddl/pessimism/lock.go).
 *
 * @param owner the source that reached the DDL first and executes it downstream
 * @param sources all sources that must reach the DDL, including those removed since
 * @param ready the sources that reached the DDL
 * @param done the sources that executed or skipped the statements
 */
public record PessimisticLock(
        String task,
        TableName target,
        String owner,
        List<String> ddls,
        List<String> sources,
        List<String> ready,
        List<String> done) {

    public static final Kind<PessimisticLock> KIND =
            Kind.of("pessimisticLock", PessimisticLock.class, l -> Key.of(l.task, l.target.schema(), l.target.table()));

    /** Returns the lock after a source reached it; a source with different statements leaves it unchanged. */
    public PessimisticLock sync(String source, List<String> statements, List<String> taskSources) {
        if (!ddls.equals(statements)) {
            return this;
        }
        return new PessimisticLock(
                task, target, owner, ddls, with(sources, taskSources), with(ready, List.of(source)), done);
    }

    public PessimisticLock markDone(String source) {
        return new PessimisticLock(task, target, owner, ddls, sources, ready, with(done, List.of(source)));
    }

    @JsonIgnore
    public boolean isSynced() {
        return ready.containsAll(sources);
    }

    @JsonIgnore
    public boolean isResolved() {
        return done.containsAll(sources);
    }

    private static List<String> with(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        more.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return List.copyOf(all);
    }
}
