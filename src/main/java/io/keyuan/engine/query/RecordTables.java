package io.keyuan.engine.query;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import org.jooq.Condition;
import org.jooq.Table;

/** Where a statement looks for records: as they are, or as they were at some moment. */
public interface RecordTables {

    Table<?> of(ObjectType type, String alias);

    /** Which rows of {@link #of} are the tenant's, and not in the recycle bin. */
    Condition there(String alias);

    /** Which of them the caller may read. */
    Condition reached(ObjectType type, String alias);

    /** Whether records are looked for as they are. */
    boolean isNow();

    /** Whether values of these records may be looked up where {@linkplain io.keyuan.engine.ValueIndex rows} are kept of them. */
    boolean isIndexed();

    /** Whether what an attribute says is known here. */
    boolean knows(Attribute<?> attribute);
}
