package io.keyuan.bench.data;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records of one object as rows of its table, with the cells its definition writes. */
final class CopyRows {

    private final ObjectType type;
    private final UUID tenant;

    CopyRows(ObjectType type, UUID tenant) {
        this.type = type;
        this.tenant = tenant;
    }

    /** The statement that takes the rows. */
    String statement() {
        String columns = type.attributes().stream()
                .flatMap(attribute -> attribute.columns().stream())
                .map(Column::name)
                .collect(Collectors.joining(", "));
        return "copy " + type.table() + " (tenant_id, " + columns + ") from stdin";
    }

    void write(Sample sample, CopyText into) {
        into.cell(tenant);
        type.attributes().forEach(attribute -> write(sample, attribute, into));
        into.endRow();
    }

    private static <T> void write(Sample sample, Attribute<T> attribute, CopyText into) {
        @Nullable Object[] cells = new Object[attribute.columns().size()];
        if (cells.length > 0) {
            attribute.type().bind(sample.get(attribute), cells);
        }
        for (Object cell : cells) {
            into.cell(cell);
        }
    }
}
