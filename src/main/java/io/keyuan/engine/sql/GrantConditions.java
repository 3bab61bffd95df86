package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.keyuan.engine.Given;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/** Which rows of {@code record_grant} count, and what they say of a record. */
public final class GrantConditions {

    public static final String TABLE = "record_grant";
    public static final String COLLABORATOR = "collaborator";

    private static final String ALIAS = "g";
    private static final Field<UUID> RECORD = Tables.uuid(ALIAS, "record_id");
    private static final Field<Boolean> EDITING = field(name(ALIAS, "editing"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> ALONG = field(name(ALIAS, "along"), SQLDataType.BOOLEAN);

    private GrantConditions() {}

    /** For the alias {@code g}. */
    public static Condition counting(Given.Wanted wanted) {
        return counting(wanted, wanted.principals());
    }

    private static Condition counting(Given.Wanted wanted, Set<UUID> principals) {
        var until = Tables.time(ALIAS, "until");
        return Tables.ofTenant(ALIAS)
                .and(Tables.amongNamed(Tables.uuid(ALIAS, "principal_id"), principals))
                .and(Tables.text(ALIAS, "object").eq(wanted.object()))
                .and(until.isNull().or(until.gt(currentOffsetDateTime())))
                .and(wanted.editing() ? EDITING.isTrue() : noCondition())
                .and(wanted.along() ? ALONG.isTrue() : noCondition())
                .and(wanted.collaborating() ? noCondition() : Tables.text(ALIAS, "kind").ne(COLLABORATOR));
    }

    /** Asked of each record: for one, or for so many that PostgreSQL makes a table of the grants first. */
    public static Condition probed(Given.Wanted wanted, Field<UUID> record) {
        return exists(selectOne()
                .from(Tables.of(TABLE, ALIAS))
                .where(counting(wanted))
                .and(RECORD.eq(record)));
    }

    /** From the grants to the records, or the other way, as PostgreSQL sees fit. */
    public static Condition listed(Given.Wanted wanted, Field<UUID> record) {
        return record.in(select(RECORD).from(Tables.of(TABLE, ALIAS)).where(counting(wanted)));
    }

    /** The newest of the records: no more than so many of each principal are looked at, in the order of their index. */
    public static Select<Record1<UUID>> newest(Given.Wanted wanted, int most) {
        return wanted.principals().stream()
                .sorted()
                .<Select<Record1<UUID>>>map(principal -> select(RECORD)
                        .from(Tables.of(TABLE, ALIAS))
                        .where(counting(wanted, Set.of(principal)))
                        .orderBy(RECORD.desc())
                        .limit(most))
                .reduce(Select::union)
                .map(all -> newest(all, most))
                .orElseThrow();
    }

    /** The newest of ids that were found for several reasons. */
    public static Select<Record1<UUID>> newest(Select<Record1<UUID>> ids, int most) {
        var id = Tables.uuid("n", "record_id");
        return select(id).from(ids.asTable("n", "record_id")).orderBy(id.desc()).limit(most);
    }
}
