package io.keyuan.engine.query;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.FileType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Which files of records the caller finds: those that are kept with the record as a whole, and of those that attributes have had the ones they hold
 * now, where the caller may read the attribute. What is held is said by the value alone.
 */
@NamedInterface("query")
@Component
public class SeenFiles {

    private final Access access;

    SeenFiles(Access access) {
        this.access = access;
    }

    /**
     * @param types whose records may be meant
     * @param file the alias of the table of files
     */
    public Condition of(Collection<ObjectType> types, String file) {
        return types.stream()
                .flatMap(type -> type.attributes().stream())
                .filter(attribute -> attribute.type() instanceof FileType && access.mayRead(attribute))
                .map(attribute -> isHeld(attribute, file))
                .reduce(Tables.text(file, "attribute").isNull(), Condition::or);
    }

    @SuppressWarnings("unchecked")
    private static Condition isHeld(Attribute<?> attribute, String file) {
        var held = (Field<UUID>) Tables.column("h", FileType.idOf(attribute));
        return Tables.text(file, "attribute").eq(attribute.name())
                .and(Tables.text(file, "object").eq(attribute.object().name()))
                .and(DSL.exists(DSL.selectOne()
                        .from(Tables.of(attribute.object(), "h"))
                        .where(Tables.ofTenant(attribute.object(), "h"))
                        .and(Tables.uuid("h", "id").eq(Tables.uuid(file, "record_id")))
                        .and(held.eq(Tables.uuid(file, "received_id")))));
    }
}
