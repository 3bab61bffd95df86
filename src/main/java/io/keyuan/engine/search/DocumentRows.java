package io.keyuan.engine.search;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.Insert;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** Documents as rows of their table: what is found by them, and for whom. */
@NamedInterface("documents")
public final class DocumentRows {

    public static final String TABLE = "search_document";

    private static final List<Column> COLUMNS = List.of(
            column("record_id", "uuid"),
            column("object", "text"),
            column("owner_id", "uuid"),
            column("title", "text"),
            column("subtitle", "text"),
            column("body", "text"),
            column("sources", "text"),
            column("tokens", "tsvector"),
            column("above_id", "uuid"),
            column("above_owner_id", "uuid"));

    private static final int MANY = 100;

    private static final Insert UPSERT = new Insert(TABLE, COLUMNS, "on conflict (tenant_id, record_id) do update set "
            + "owner_id = excluded.owner_id, title = excluded.title, subtitle = excluded.subtitle, body = excluded.body, "
            + "sources = excluded.sources, tokens = excluded.tokens, above_id = excluded.above_id, above_owner_id = excluded.above_owner_id");

    private DocumentRows() {}

    /**
     * A record with whatever of it {@link #matters}.
     *
     * @param attributes which it has, said by who still knows whose record it is
     */
    @NamedInterface("documents")
    public record Source(ObjectType type, List<Attribute<?>> attributes, UUID id, Function<Attribute<?>, @Nullable Object> values) {}

    /** Whether a record is found otherwise, or by somebody else, when this has changed. */
    public static boolean matters(Attribute<?> attribute) {
        ObjectType type = attribute.object();
        return attribute.searched() != null
                || attribute.equals(type.owner())
                || attribute.equals(above(type))
                || attribute.equals(aboveOwner(type));
    }

    /** @param records at least one */
    public static DataChange write(List<Source> records) {
        List<SearchDocument> documents = documents(records);
        @Nullable Object[][] values = new Object[COLUMNS.size()][records.size()];
        for (int row = 0; row < records.size(); row++) {
            @Nullable Object[] cells = cells(records.get(row), documents.get(row));
            for (int column = 0; column < cells.length; column++) {
                Objects.requireNonNull(values[column])[row] = cells[column];
            }
        }
        return UPSERT.of(values);
    }

    private static @Nullable Object[] cells(Source record, SearchDocument document) {
        ObjectType type = record.type();
        return new @Nullable Object[] {
            record.id(), type.name(), id(record, type.owner()),
            document.title(), document.subtitle(), document.body(), document.sources(), document.tokens(),
            id(record, above(type)), id(record, aboveOwner(type))
        };
    }

    /** Most of the work of an import, and each of them for itself: a large batch is shared out among processors. */
    private static List<SearchDocument> documents(List<Source> records) {
        Stream<Source> stream = records.size() < MANY ? records.stream() : records.parallelStream();
        return stream.map(record -> SearchDocument.of(record.type(), record.attributes(), record.values())).toList();
    }

    private static @Nullable UUID id(Source record, @Nullable Attribute<Ref> reference) {
        return reference != null && record.values().apply(reference) instanceof Ref ref ? ref.id() : null;
    }

    private static @Nullable Attribute<Ref> above(ObjectType type) {
        return type.hanging() == null ? null : type.hanging().above();
    }

    private static @Nullable Attribute<Ref> aboveOwner(ObjectType type) {
        return type.hanging() == null ? null : type.hanging().owner();
    }

    private static Column column(String name, String type) {
        return new Column(name, type, true, "");
    }
}
