package io.keyuan.bench.data;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Ref;
import io.keyuan.engine.search.SearchDocument;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records as the search documents under which the program finds them. */
final class CopyDocuments {

    static final String STATEMENT =
            "copy search_document (tenant_id, record_id, object, owner_id, title, subtitle, body, tokens) from stdin";

    private final UUID tenant;

    CopyDocuments(UUID tenant) {
        this.tenant = tenant;
    }

    void write(Sample sample, CopyText into) {
        var document = SearchDocument.of(sample.type(), sample::get);
        into.cell(tenant)
                .cell(sample.get(sample.type().id))
                .cell(sample.type().name())
                .cell(owner(sample))
                .cell(document.title())
                .cell(document.subtitle())
                .cell(document.body())
                .cell(document.tokens())
                .endRow();
    }

    private static @Nullable UUID owner(Sample sample) {
        Attribute<Ref> owner = sample.type().owner();
        Ref person = owner == null ? null : sample.get(owner);
        return person == null ? null : person.id();
    }
}
