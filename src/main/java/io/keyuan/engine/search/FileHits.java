package io.keyuan.engine.search;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.audit.Disclosures;
import io.keyuan.engine.query.SeenFiles;
import io.keyuan.engine.sql.Lexemes;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.text.SearchQuery;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records that are found by one of their files, by what it is called or what is in it: those that are reached, as all others. */
@Component
class FileHits {

    private static final int SECONDS = 3;

    /** The newest files that may be meant; each may hold a long text that is looked at again. */
    private static final int MOST = 40;

    private static final Field<UUID> FILE = Tables.uuid("f", "id");

    private final DSLContext sql;
    private final ObjectTypes types;
    private final SeenFiles seen;

    FileHits(DSLContext sql, ObjectTypes types, SeenFiles seen) {
        this.sql = sql;
        this.types = types;
        this.seen = seen;
    }

    /** The newest first. */
    List<Search.Hit> of(SearchQuery query, Circle circle) {
        return sql.select(
                        Tables.text("d", "object"), Tables.uuid("d", "record_id"), Tables.text("d", "title"), Tables.text("f", "name"),
                        Tables.text("t", "text"), Tables.text("f", "attribute"))
                .from(Tables.of("file_text", "t"))
                .join(Tables.of("record_file", "f"))
                .on(FILE.eq(Tables.uuid("t", "file_id")))
                .join(Tables.of("search_document", "d"))
                .on(Tables.uuid("d", "record_id").eq(Tables.uuid("f", "record_id")))
                .where(Tables.ofTenant("t"))
                .and(Tables.ofTenant("f"))
                .and(Tables.ofTenant("d"))
                .and(Lexemes.found("t", query.tsquery()))
                .and(Tables.alive("f"))
                .and(Tables.text("d", "object").in(circle.objects()))
                .and(circle.whole())
                .and(seen.of(circle.objects().stream().map(types::byName).filter(Objects::nonNull).toList(), "f"))
                .orderBy(FILE.desc())
                .limit(MOST)
                .queryTimeout(SECONDS)
                .stream()
                .filter(row -> query.matches(row.value4(), text(row.value5())))
                .map(row -> {
                    note(row.value1(), row.value2(), row.value6());
                    return new Search.Hit(row.value1(), row.value2(), row.value3(), null, null, null, told(query, row.value4(), text(row.value5())));
                })
                .toList();
    }

    private static String text(@Nullable String kept) {
        return kept == null ? "" : kept;
    }

    /** What is in the file of a sensitive attribute is told as its value would be. */
    private void note(String object, UUID record, @Nullable String holder) {
        ObjectType type = types.byName(object);
        Attribute<?> attribute = type == null || holder == null ? null : type.find(holder);
        if (attribute != null) {
            Disclosures.note(attribute, record);
        }
    }

    /** The file, and the line that says it where one does. */
    private static String told(SearchQuery query, String name, String text) {
        String line = query.matches(name, "") ? "" : Around.line(query, text);
        return line.isEmpty() ? name : name + ": " + line;
    }
}
