package io.keyuan.engine.expression;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import dev.cel.common.ast.CelExpr;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.expression.Operand.Listed;
import io.keyuan.engine.expression.Operand.Literal;
import io.keyuan.engine.query.RecordTables;
import io.keyuan.engine.sql.Tables;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;

/** Tests whether the row is kept in a segment: {@code inSegment('…')}, {@code inSegment(['…', '…'])}. */
final class Memberships {

    private final Surroundings surroundings;
    private final RecordTables records;
    private final Parsed parsed;
    private final Operands operands;
    private final Paths paths;
    private final ObjectType type;
    private final String alias;

    Memberships(Surroundings surroundings, RecordTables records, Parsed parsed, Operands operands, Paths paths, ObjectType type, String alias) {
        this.surroundings = surroundings;
        this.records = records;
        this.parsed = parsed;
        this.operands = operands;
        this.paths = paths;
        this.type = type;
        this.alias = alias;
    }

    Truth of(CelExpr node) {
        if (!records.isNow()) {
            throw parsed.named(node, "not-of-the-past", node.call().function());
        }
        Set<UUID> asked = asked(node);
        if (asked.isEmpty()) {
            return Truth.always(false);
        }
        Map<UUID, Set<List<Attribute<?>>>> there = surroundings.segments().there(type, asked);
        if (!there.keySet().containsAll(asked)) {
            throw parsed.problem(node, "unknown-segment");
        }
        Map<Set<List<Attribute<?>>>, Set<UUID>> alike = new LinkedHashMap<>();
        asked.forEach(id -> alike.computeIfAbsent(Objects.requireNonNull(there.get(id)), any -> new LinkedHashSet<>()).add(id));
        return Truth.known(alike.entrySet().stream()
                .map(each -> member(each.getValue()).and(seen(each.getKey(), node)))
                .reduce(noCondition(), Condition::or));
    }

    private Condition member(Set<UUID> segments) {
        String member = alias + "_m";
        return exists(selectOne()
                .from(Tables.of("segment_member", member))
                .where(Tables.ofTenant(member))
                .and(Tables.among(Tables.uuid(member, "segment_id"), segments.toArray(UUID[]::new)))
                .and(Tables.uuid(member, "record_id").eq(Tables.uuid(alias, "id"))));
    }

    private Condition seen(Set<List<Attribute<?>>> ways, CelExpr node) {
        return ways.stream().map(way -> paths.seen(way, node)).reduce(noCondition(), Condition::and);
    }

    private Set<UUID> asked(CelExpr node) {
        List<Literal> literals = switch (operands.of(operands.onlyArgument(node))) {
            case Literal literal -> List.of(literal);
            case Listed list -> list.items();
            case Path path -> throw parsed.named(node, "wrong-arguments", node.call().function());
        };
        Set<UUID> asked = new LinkedHashSet<>();
        for (Literal literal : literals) {
            UUID id = Conversion.id(literal.value());
            if (id == null) {
                throw parsed.problem(literal.node(), "unknown-segment");
            }
            asked.add(id);
        }
        return asked;
    }
}
