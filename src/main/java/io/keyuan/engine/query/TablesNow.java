package io.keyuan.engine.query;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Right;
import io.keyuan.engine.sql.Tables;
import org.jooq.Condition;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Records as they are. */
@Component
final class TablesNow implements RecordTables {

    private final VisibilityCondition visibility;

    TablesNow(VisibilityCondition visibility) {
        this.visibility = visibility;
    }

    @Override
    public Table<?> of(ObjectType type, String alias) {
        return Tables.of(type, alias);
    }

    @Override
    public Condition there(String alias) {
        return Tables.ofTenant(alias).and(Tables.alive(alias));
    }

    @Override
    public Condition reached(ObjectType type, String alias) {
        return visibility.of(Right.READ, type, alias);
    }

    @Override
    public boolean isNow() {
        return true;
    }

    @Override
    public boolean isIndexed() {
        return true;
    }

    @Override
    public boolean knows(Attribute<?> attribute) {
        return true;
    }
}
