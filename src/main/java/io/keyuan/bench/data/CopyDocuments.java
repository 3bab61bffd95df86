package io.keyuan.bench.data;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.search.SearchDocument;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records as the search documents under which the program finds them. */
final class CopyDocuments {

    static final String STATEMENT =
            "copy search_document (tenant_id, record_id, object, owner_id, title, subtitle, body, sources, tokens, above_id, above_owner_id)"
                    + " from stdin";

    private final UUID tenant;

    CopyDocuments(UUID tenant) {
        this.tenant = tenant;
    }

    void write(Sample sample, CopyText into) {
        ObjectType.Hanging hanging = sample.type().hanging();
        var document = SearchDocument.of(sample.type(), sample.type().attributes(), sample::get);
        into.cell(tenant)
                .cell(sample.get(sample.type().id))
                .cell(sample.type().name())
                .cell(id(sample, sample.type().owner()))
                .cell(document.title())
                .cell(document.subtitle())
                .cell(document.body())
                .cell(document.sources())
                .cell(document.tokens())
                .cell(hanging == null ? null : id(sample, hanging.above()))
                .cell(hanging == null ? null : id(sample, hanging.owner()))
                .endRow();
    }

    private static @Nullable UUID id(Sample sample, @Nullable Attribute<Ref> reference) {
        Ref ref = reference == null ? null : sample.get(reference);
        return ref == null ? null : ref.id();
    }
}
