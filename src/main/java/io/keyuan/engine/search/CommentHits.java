package io.keyuan.engine.search;

import io.keyuan.engine.sql.Lexemes;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.text.SearchQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Records that are found by what was said of them: those that are reached, as all others. */
@Component
class CommentHits {

    private static final int SECONDS = 3;

    /** The newest comments that may be meant. */
    private static final int MOST = 40;

    private static final Field<UUID> COMMENT = Tables.uuid("c", "id");

    private final DSLContext sql;

    CommentHits(DSLContext sql) {
        this.sql = sql;
    }

    /** The newest first. */
    List<Search.Hit> of(SearchQuery query, Circle circle) {
        return sql.select(Tables.text("d", "object"), Tables.uuid("d", "record_id"), Tables.text("d", "title"), Tables.text("c", "body"))
                .from(Tables.of("comment", "c"))
                .join(Tables.of("search_document", "d"))
                .on(Tables.uuid("d", "record_id").eq(Tables.uuid("c", "record_id")))
                .where(Tables.ofTenant("c"))
                .and(Tables.ofTenant("d"))
                .and(Lexemes.found("c", query.tsquery()))
                .and(Tables.alive("c"))
                .and(Tables.text("d", "object").in(circle.objects()))
                .and(circle.whole())
                .orderBy(COMMENT.desc())
                .limit(MOST)
                .queryTimeout(SECONDS)
                .fetch(row -> hit(query, row.value1(), row.value2(), row.value3(), row.value4()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** People who are named in it stand there by their ids, which nobody looks for. */
    private static Optional<Search.Hit> hit(SearchQuery query, String object, UUID record, String title, String body) {
        String said = body.replaceAll("@\\[[0-9a-fA-F-]{36}]", "@…");
        if (!query.matches("", said)) {
            return Optional.empty();
        }
        String line = Around.line(query, said);
        return Optional.of(new Search.Hit(object, record, title, null, null, null, "“" + (line.isEmpty() ? said.lines().findFirst().orElse("") : line) + "”"));
    }
}
