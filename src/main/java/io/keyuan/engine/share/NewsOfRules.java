package io.keyuan.engine.share;

import static org.jooq.impl.DSL.count;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Notice;
import io.keyuan.engine.NoticeKind;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Principals;
import io.keyuan.engine.sql.GrantConditions;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * Tells people what sharing rules give them: one notice for each rule, with the number of records. Found out behind the writers, so
 * that no write waits for the many a rule may serve.
 */
@Component
public class NewsOfRules {

    /**
     * A change as the log has it.
     *
     * @param owners who was given some of the records anyway
     */
    public record Written(ObjectType type, UUID actor, Instant at, Set<UUID> records, Set<UUID> owners) {}

    private record Gift(UUID record, UUID generation, Instant at) {}

    private record Source(UUID generation, Written written) {}

    private final ActiveRules rules;
    private final Principals principals;
    private final DSLContext sql;

    NewsOfRules(ActiveRules rules, Principals principals, DSLContext sql) {
        this.rules = rules;
        this.principals = principals;
        this.sql = sql;
    }

    /** What rules gave because of these changes; a statement for each object that has rules. */
    public List<Notice> of(Collection<Written> changes) {
        Map<ObjectType, List<Written>> byType = changes.stream().collect(Collectors.groupingBy(Written::type));
        List<Notice> notices = new ArrayList<>();
        byType.forEach((type, some) -> {
            Map<UUID, SharingRule> active = rules.of(type.name()).stream().collect(Collectors.toMap(SharingRule::generation, Function.identity()));
            if (!active.isEmpty()) {
                notices.addAll(of(type, some, active));
            }
        });
        return notices;
    }

    private List<Notice> of(ObjectType type, List<Written> changes, Map<UUID, SharingRule> active) {
        Map<Source, List<UUID>> given = new HashMap<>();
        for (Gift gift : gifts(changes, active.keySet())) {
            cause(gift, changes).ifPresent(written ->
                    given.computeIfAbsent(new Source(gift.generation(), written), any -> new ArrayList<>()).add(gift.record()));
        }
        return given.entrySet().stream()
                .map(each -> notice(Objects.requireNonNull(active.get(each.getKey().generation())), type, each.getValue(), each.getKey().written()))
                .toList();
    }

    /** The last change of the record before it was given; what is older than the rule's condition was given by the job that applied it. */
    private static Optional<Written> cause(Gift gift, List<Written> changes) {
        return changes.stream()
                .filter(written -> written.records().contains(gift.record()) && !written.at().isAfter(gift.at()))
                .filter(written -> !written.at().isBefore(Ids.time(gift.generation())))
                .max(Comparator.comparing(Written::at));
    }

    private Notice notice(SharingRule rule, ObjectType type, List<UUID> records, Written written) {
        Set<UUID> people = people(rule);
        people.removeAll(written.owners());
        return notice(rule, type, people, records.getFirst(), records.size()).by(written.actor());
    }

    private List<Gift> gifts(List<Written> changes, Set<UUID> generations) {
        UUID[] records = changes.stream().flatMap(written -> written.records().stream()).distinct().toArray(UUID[]::new);
        Instant first = changes.stream().map(Written::at).min(Comparator.naturalOrder()).orElseThrow();
        var record = Tables.uuid("g", "record_id");
        var generation = Tables.uuid("g", "principal_id");
        var at = Tables.time("g", "given_at");
        return sql.select(record, generation, at)
                .from(Tables.of(GrantConditions.TABLE, "g"))
                .where(Tables.ofTenant("g"))
                .and(Tables.among(record, records))
                .and(generation.in(generations))
                .and(at.ge(Tables.bound(first)))
                .fetch(row -> new Gift(row.value1(), row.value2(), row.value3().toInstant()));
    }

    /** A rule has been applied to the records there are. */
    List<Notice> applied(SharingRule rule, ObjectType type) {
        return told(rule, type, people(rule));
    }

    /** A rule serves others than before, with what it gives already. */
    List<Notice> widened(SharingRule before, SharingRule rule, ObjectType type) {
        Set<UUID> people = people(rule);
        people.removeAll(people(before));
        return told(rule, type, people);
    }

    private List<Notice> told(SharingRule rule, ObjectType type, Set<UUID> people) {
        int count = people.isEmpty() ? 0 : sql.select(count()).from(type(type)).where(given(rule)).fetchSingle(count());
        if (count == 0) {
            return List.of();
        }
        UUID any = sql.select(Tables.uuid("t", "id")).from(type(type)).where(given(rule)).limit(1).fetchSingle().value1();
        return List.of(notice(rule, type, people, any, count).by(Caller.current().person()));
    }

    private static Table<?> type(ObjectType type) {
        return Tables.of(type, "t").join(Tables.of(GrantConditions.TABLE, "g")).on(
                Tables.ofTenant("g").and(Tables.uuid("g", "record_id").eq(Tables.uuid("t", "id"))));
    }

    private static Condition given(SharingRule rule) {
        return Tables.ofTenant("t").and(Tables.alive("t")).and(Tables.uuid("g", "principal_id").eq(rule.generation()));
    }

    private Set<UUID> people(SharingRule rule) {
        Set<UUID> people = new HashSet<>();
        rule.targets().forEach(target -> people.addAll(principals.people(target.id())));
        return people;
    }

    private static Notice notice(SharingRule rule, ObjectType type, Set<UUID> people, UUID record, int count) {
        return Notice.about(NoticeKind.SHARED, people, type, record)
                .times(count)
                .from("rule/" + rule.id())
                .with(Map.of("what", "rule", "title", rule.name()));
    }
}
