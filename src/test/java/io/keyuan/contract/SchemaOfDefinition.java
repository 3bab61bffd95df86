package io.keyuan.contract;

import io.keyuan.engine.AddressType;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Column;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.TextType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The table a definition needs, as the SQL a migration would say. */
final class SchemaOfDefinition {

    private final ObjectTypes types;

    SchemaOfDefinition(ObjectTypes types) {
        this.types = types;
    }

    String table(ObjectType type) {
        List<String> lines = new ArrayList<>();
        lines.add("tenant_id uuid not null");
        type.attributes().forEach(attribute -> attribute.columns().forEach(column -> lines.add(column(attribute, column))));
        lines.add("custom jsonb");
        lines.add("primary key (tenant_id, id)");
        foreignKeys(type, lines);
        return "create table " + type.table() + " (\n    " + String.join(",\n    ", lines) + "\n);\n\n" + indexes(type);
    }

    static String column(Attribute<?> attribute, Column column) {
        return column.name() + " " + column.sqlType() + (isKey(attribute, column) ? " collate \"C\"" : "")
                + (isNotNull(attribute, column) ? " not null" : "");
    }

    static boolean isNotNull(Attribute<?> attribute, Column column) {
        boolean anyPart = attribute.type() instanceof AddressType && column.read();
        return attribute.isRequired() && !anyPart && !(attribute.type() instanceof MoneyType && column.name().endsWith("_base"));
    }

    static boolean isKey(Attribute<?> attribute, Column column) {
        boolean keyed = attribute.type() instanceof TextType || attribute.type() instanceof AddressType;
        return keyed && column.name().endsWith("_key");
    }

    private void foreignKeys(ObjectType type, List<String> lines) {
        for (Attribute<?> attribute : type.attributes()) {
            if (attribute.type() instanceof ReferenceType && !attribute.isSystem()) {
                ObjectType target = Objects.requireNonNull(types.target(attribute));
                String deferred = target.equals(type) ? " deferrable initially deferred" : "";
                lines.add("foreign key (tenant_id, " + attribute.columns().getFirst().name() + ") references " + target.table()
                        + " (tenant_id, id)" + deferred);
            }
        }
    }

    private static String indexes(ObjectType type) {
        var sql = new StringBuilder();
        type.attributes().forEach(attribute -> sql.append(indexesOf(attribute)));
        if (type.owner() != null) {
            sql.append("create index %1$s_of_owner on %1$s (tenant_id, owner_id, created_at desc, id desc) where deleted_at is null;\n"
                    .formatted(type.table()));
        }
        if (type.board() != null) {
            sql.append(board(type));
        }
        return sql.append(bin(type)).toString();
    }

    /** The index that the columns of a board go by: those of a stage, the latest changed first. */
    static String board(ObjectType type) {
        return "create index %1$s_on_board on %1$s (tenant_id, %2$s, updated_at desc, id desc%3$s) where deleted_at is null;\n".formatted(
                type.table(), Objects.requireNonNull(type.board()).columns().getFirst().name(), type.owner() == null ? "" : ", owner_id");
    }

    /** The index that lists of deleted records go by. */
    static String bin(ObjectType type) {
        return "create index %1$s_in_bin on %1$s (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;\n"
                .formatted(type.table());
    }

    /** The indexes that an attribute's own flags ask for. */
    static String indexesOf(Attribute<?> attribute) {
        var sql = new StringBuilder();
        String table = attribute.object().table();
        String column = attribute.columns().isEmpty() ? "" : attribute.columns().getFirst().name();
        if (attribute.isUnique()) {
            sql.append("create unique index %1$s_%2$s_unique on %1$s (tenant_id, %2$s) where %2$s is not null and deleted_at is null;\n"
                    .formatted(table, column));
        }
        if (attribute.isSortable()) {
            sql.append("create index %1$s_by_%2$s on %1$s (tenant_id, %3$s desc, id desc%4$s) where deleted_at is null;\n"
                    .formatted(table, column, sortExpression(attribute), hasOwnerBehind(attribute) ? ", owner_id" : ""));
        }
        boolean owner = attribute.equals(attribute.object().owner());
        if (attribute.type() instanceof ReferenceType && !attribute.isSystem() && !owner) {
            sql.append("create index %1$s_of_%2$s on %1$s (tenant_id, %3$s, id);\n".formatted(table, column.replace("_id", ""), column));
        }
        return sql.toString();
    }

    /**
     * Whoever sees only what is theirs walks the order of everybody's: with the owner in the index the others' rows need not
     * be read. What is theirs by time of creation has an index of its own.
     */
    static boolean hasOwnerBehind(Attribute<?> attribute) {
        ObjectType type = attribute.object();
        return type.can(Capability.OWNED) && !attribute.equals(type.createdAt);
    }

    /** What lists sort by: an index serves only this very expression. */
    static String sortExpression(Attribute<?> attribute) {
        Column column = attribute.type().sorted(attribute.columns());
        boolean nullable = !attribute.isRequired() || attribute.type() instanceof MoneyType;
        return nullable ? "coalesce(" + column.name() + ", " + column.lowest() + ")" : column.name();
    }
}
