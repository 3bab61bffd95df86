package io.keyuan.engine.asof;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.RecordTables;
import io.keyuan.engine.query.VisibilityCondition;
import io.keyuan.engine.sql.DraftedRows;
import io.keyuan.engine.sql.SelectedColumns;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as they were at one moment, for one answer. Those that nobody has changed since are read where they are; the others
 * are rebuilt and stand beside them.
 */
public final class RecordsThen implements RecordTables {

    private final Instant moment;
    private final PastStates past;
    private final VisibilityCondition visibility;
    private final JsonMapper json;
    private final Set<Attribute<?>> kept;
    private final Map<ObjectType, States> changed = new HashMap<>();
    /** A page, its count and whatever points there want the same rows. */
    private final Map<Written, String> written = new HashMap<>();

    private record Written(ObjectType type, boolean reachedOnly) {}

    /** @param kept the attributes that are kept true to other records, and whose changes nobody writes down */
    RecordsThen(Instant moment, PastStates past, VisibilityCondition visibility, JsonMapper json, Set<Attribute<?>> kept) {
        this.moment = moment;
        this.past = past;
        this.visibility = visibility;
        this.json = json;
        this.kept = kept;
    }

    public Instant moment() {
        return moment;
    }

    @Override
    public Table<?> of(ObjectType type, String alias) {
        return together(type, alias, true);
    }

    /** All there were, whoever sees them. */
    Table<?> all(ObjectType type, String alias) {
        return together(type, alias, false);
    }

    private Table<?> together(ObjectType type, String alias, boolean reachedOnly) {
        String inner = alias + "n";
        List<Column> all = type.attributes().stream().flatMap(attribute -> attribute.columns().stream()).toList();
        List<SelectField<?>> columns = List.of(SelectedColumns.of(inner, all));
        Condition reached = reachedOnly ? visibility.of(Right.READ, type, inner) : noCondition();
        return select(columns).from(Tables.of(type, inner)).where(untouched(type, inner)).and(reached)
                .unionAll(select(columns).from(rebuilt(type, inner, reachedOnly)).where(Tables.ofTenant(inner)))
                .asTable(alias);
    }

    /** The rows of the table that are today what they were. */
    public Condition untouched(ObjectType type, String alias) {
        Set<UUID> ids = changed(type).ids();
        Condition standing = Tables.ofTenant(alias)
                .and(Tables.alive(alias))
                .and(Tables.time(alias, "created_at").le(Tables.bound(moment)));
        return ids.isEmpty()
                ? standing
                : standing.and(Tables.uuid(alias, "id").notIn(select(Tables.elements(val(ids.toArray(UUID[]::new))))));
    }

    /** The others, as a table that looks like that of the object; of the current tenant. */
    public Table<Record> rebuilt(ObjectType type, String alias, boolean reachedOnly) {
        return DraftedRows.of(type, alias, written.computeIfAbsent(new Written(type, reachedOnly), this::write));
    }

    private String write(Written wanted) {
        return json.writeValueAsString(changed(wanted.type()).cells(wanted.reachedOnly()));
    }

    private States changed(ObjectType type) {
        return changed.computeIfAbsent(type, any -> past.changedSince(type, moment));
    }

    @Override
    public Condition there(String alias) {
        return noCondition();
    }

    @Override
    public Condition reached(ObjectType type, String alias) {
        return noCondition();
    }

    @Override
    public boolean isNow() {
        return false;
    }

    @Override
    public boolean knows(Attribute<?> attribute) {
        return !kept.contains(attribute);
    }
}
