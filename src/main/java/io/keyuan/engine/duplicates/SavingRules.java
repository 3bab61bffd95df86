package io.keyuan.engine.duplicates;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.Tables;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;

/** What a company wants to happen when a record is saved that is like another: by object. */
@Repository
public class SavingRules {

    private final DSLContext sql;
    private final OnSave usual;

    SavingRules(DSLContext sql, @Value("${keyuan.duplicates.on-save}") OnSave usual) {
        this.sql = sql;
        this.usual = usual;
    }

    public OnSave of(ObjectType type) {
        String code = sql.select(Tables.text("r", "on_save"))
                .from(Tables.of("duplicate_rule", "r"))
                .where(Tables.ofTenant("r"))
                .and(Tables.text("r", "object").eq(type.name()))
                .fetchOne(row -> row.value1());
        return code == null ? usual : OnSave.of(code).orElse(usual);
    }

    void set(ObjectType type, OnSave rule) {
        sql.insertInto(table(name("duplicate_rule")))
                .columns(field(name("tenant_id"), SQLDataType.UUID), field(name("object"), SQLDataType.CLOB), field(name("on_save"), SQLDataType.CLOB))
                .values(Caller.current().tenant(), type.name(), rule.code())
                .onConflict(field(name("tenant_id")), field(name("object")))
                .doUpdate()
                .set(field(name("on_save"), SQLDataType.CLOB), rule.code())
                .execute();
    }
}
