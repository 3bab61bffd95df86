package io.keyuan.engine.choices;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which records of the company have which choices, whoever may see them. */
@Component
class ChoiceUse {

    private static final Field<UUID> ID = Tables.uuid("t", "id");

    private final DSLContext sql;

    ChoiceUse(DSLContext sql) {
        this.sql = sql;
    }

    /** How many records have each choice, by its code, without those in the recycle bin; a choice that none has is missing. */
    Map<String, Integer> counts(Attribute<?> attribute) {
        Field<String> code = field(name("c", "code"), SQLDataType.CLOB);
        Field<String> of = attribute.type() instanceof MultiChoiceType ? elements(attribute) : Tables.words("t", attribute);
        var rows = sql.select(of.as("code"))
                .from(Tables.of(attribute.object(), "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(Tables.column("t", attribute).isNotNull())
                .asTable("c");
        Map<String, Integer> counts = new HashMap<>();
        sql.select(code, count()).from(rows).groupBy(code).forEach(row -> counts.put(row.value1(), row.value2()));
        return counts;
    }

    /** Whether a record has it, be it in the recycle bin. */
    boolean isUsed(Attribute<?> attribute, String code) {
        return sql.fetchExists(sql.selectOne().from(Tables.of(attribute.object(), "t")).where(Tables.ofTenant("t")).and(has(attribute, code)));
    }

    int having(Attribute<?> attribute, String code) {
        return sql.fetchCount(Tables.of(attribute.object(), "t"), Tables.ofTenant("t").and(Tables.alive("t")).and(has(attribute, code)));
    }

    /** More of the records that have it, in the order of their ids; nobody else changes them until the transaction ends. */
    List<UUID> lock(Attribute<?> attribute, String code, @Nullable UUID after, int limit) {
        ObjectType type = attribute.object();
        return sql.select(ID)
                .from(Tables.rows(type, "t"))
                .where(Tables.ofTenant(type, "t"))
                .and(Tables.alive("t"))
                .and(after == null ? noCondition() : ID.gt(after))
                .and(has(attribute, code))
                .orderBy(ID)
                .limit(limit)
                .forNoKeyUpdate()
                .fetch(ID);
    }

    private static Condition has(Attribute<?> attribute, String code) {
        return attribute.type() instanceof MultiChoiceType ? val(code).eq(any(several(attribute))) : Tables.words("t", attribute).eq(code);
    }

    @SuppressWarnings("unchecked")
    private static Field<String[]> several(Attribute<?> attribute) {
        return (Field<String[]>) Tables.column("t", attribute);
    }

    private static Field<String> elements(Attribute<?> attribute) {
        return Tables.wordsOf(several(attribute));
    }
}
