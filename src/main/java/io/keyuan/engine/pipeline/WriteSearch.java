package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Column;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.search.SearchDocument;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.Delete;
import io.keyuan.engine.sql.Insert;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the document under which a record is found, in the transaction that changes the record. */
@Component
final class WriteSearch implements Storing {

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

    private final Insert upsert = new Insert("search_document", COLUMNS, "on conflict (tenant_id, record_id) do update set "
            + "owner_id = excluded.owner_id, title = excluded.title, subtitle = excluded.subtitle, body = excluded.body, "
            + "sources = excluded.sources, tokens = excluded.tokens, above_id = excluded.above_id, above_owner_id = excluded.above_owner_id");
    private final Delete delete = new Delete("search_document", "record_id");

    private static Column column(String name, String type) {
        return new Column(name, type, true, "");
    }

    @Override
    public void add(Batch batch, List<DataChange> changes) {
        if (!batch.type().can(Capability.SEARCHABLE)) {
            return;
        }
        List<Draft> found = batch.live().where(WriteSearch::isFoundOtherwise).drafts();
        if (!found.isEmpty()) {
            changes.add(write(found));
        }
        List<UUID> gone = batch.live(Draft.Action.DELETE).stream().map(Draft::id).toList();
        if (!gone.isEmpty()) {
            changes.add(delete.of(gone));
        }
    }

    private static boolean isFoundOtherwise(Draft draft) {
        return switch (draft.action()) {
            case CREATE, RESTORE -> true;
            case UPDATE -> draft.changes().stream().anyMatch(WriteSearch::matters);
            case DELETE -> false;
        };
    }

    private static boolean matters(Attribute<?> attribute) {
        ObjectType type = attribute.object();
        return attribute.searched() != null
                || attribute.equals(type.owner())
                || attribute.equals(above(type))
                || attribute.equals(aboveOwner(type));
    }

    private static @Nullable Attribute<Ref> above(ObjectType type) {
        return type.hanging() == null ? null : type.hanging().above();
    }

    private static @Nullable Attribute<Ref> aboveOwner(ObjectType type) {
        return type.hanging() == null ? null : type.hanging().owner();
    }

    private DataChange write(List<Draft> drafts) {
        List<SearchDocument> documents = documents(drafts);
        @Nullable Object[][] values = new Object[COLUMNS.size()][drafts.size()];
        for (int row = 0; row < drafts.size(); row++) {
            Draft draft = drafts.get(row);
            SearchDocument document = documents.get(row);
            @Nullable Object[] cells = {
                draft.id(), draft.type().name(), id(draft, draft.type().owner()),
                document.title(), document.subtitle(), document.body(), document.sources(), document.tokens(),
                id(draft, above(draft.type())), id(draft, aboveOwner(draft.type()))
            };
            for (int column = 0; column < cells.length; column++) {
                java.util.Objects.requireNonNull(values[column])[row] = cells[column];
            }
        }
        return upsert.of(values);
    }

    /** Most of the work of an import, and each of them for itself: a large batch is shared out among processors. */
    private static List<SearchDocument> documents(List<Draft> drafts) {
        Stream<Draft> stream = drafts.size() < MANY ? drafts.stream() : drafts.parallelStream();
        return stream.map(draft -> SearchDocument.of(draft.type(), draft::get)).toList();
    }

    private static @Nullable UUID id(Draft draft, @Nullable Attribute<Ref> reference) {
        Ref ref = reference == null ? null : draft.get(reference);
        return ref == null ? null : ref.id();
    }
}
