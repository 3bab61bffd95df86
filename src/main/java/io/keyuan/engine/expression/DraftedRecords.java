package io.keyuan.engine.expression;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.query.RecordTables;
import org.jooq.Condition;
import org.jooq.Table;

/** Records as they are, asked of rows that may not be stored yet: nothing has been kept of those to look them up by. */
record DraftedRecords(RecordTables now) implements RecordTables {

    @Override
    public Table<?> of(ObjectType type, String alias) {
        return now.of(type, alias);
    }

    @Override
    public Condition there(String alias) {
        return now.there(alias);
    }

    @Override
    public Condition reached(ObjectType type, String alias) {
        return now.reached(type, alias);
    }

    @Override
    public boolean isNow() {
        return now.isNow();
    }

    @Override
    public boolean isIndexed() {
        return false;
    }

    @Override
    public boolean knows(Attribute<?> attribute) {
        return now.knows(attribute);
    }
}
