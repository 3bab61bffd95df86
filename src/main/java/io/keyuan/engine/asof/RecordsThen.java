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
import io.keyuan.engine.sql.StoredCells;
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
    private final Map<ObjectType, Parts> whole = new HashMap<>();

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
        return together(type, alias, Parts.Which.REACHED);
    }

    /** All there were, whoever sees them. */
    Table<?> all(ObjectType type, String alias) {
        return together(type, alias, Parts.Which.THERE);
    }

    /** All that had been made, in the recycle bin or not. */
    Table<?> made(ObjectType type, String alias) {
        return together(type, alias, Parts.Which.MADE);
    }

    private Table<?> together(ObjectType type, String alias, Parts.Which which) {
        String inner = alias + "n";
        List<Column> all = StoredCells.columns(type.attributes());
        List<SelectField<?>> columns = List.of(SelectedColumns.of(inner, all));
        Condition reached = which == Parts.Which.REACHED ? visibility.of(Right.READ, type, inner) : noCondition();
        Parts parts = whole.computeIfAbsent(type, any -> new Parts(moment, past.changedSince(type, moment, null), json));
        return select(columns).from(Tables.of(type, inner)).where(which == Parts.Which.MADE ? parts.made(inner) : parts.untouched(inner)).and(reached)
                .unionAll(select(columns).from(parts.rebuilt(inner, which)).where(Tables.ofTenant(inner)))
                .asTable(alias);
    }

    /**
     * The records of an object in their two parts, for a question that some attributes decide: what was changed in nothing of that stands
     * among the untouched, and says of everything else what it says today.
     */
    public Parts decidedBy(ObjectType type, Set<Attribute<?>> concerned) {
        return new Parts(moment, past.changedSince(type, moment, concerned), json);
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

    /** What a record was then is looked up nowhere. */
    @Override
    public boolean isIndexed() {
        return false;
    }

    @Override
    public boolean knows(Attribute<?> attribute) {
        return !kept.contains(attribute) && attribute.calculation() == null;
    }
}
