package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.field;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.jobs.Errand;
import io.keyuan.engine.sql.Lexemes;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.text.SearchTokens;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What comments are found by; those that an older release wrote are read anew, a piece at a time. */
@Component
class CommentWords implements Errand {

    private static final int MOST_LEXEMES = 2_000;
    private static final int PIECE = 500;

    private static final Field<String> TOKENS = field(DSL.name("tokens"), SQLDataType.CLOB);

    private final DSLContext sql;

    CommentWords(DSLContext sql) {
        this.sql = sql;
    }

    static Field<String> of(String body) {
        var said = new SearchTokens.Part(SearchTokens.Kind.TEXT, NamedPeople.without(body));
        return Lexemes.value(SearchTokens.tsvector(SearchTokens.document(List.of(said), MOST_LEXEMES)));
    }

    private record Old(UUID tenant, UUID id, String body) {}

    @Override
    public String name() {
        return "words of comments";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run(BooleanSupplier stopping) {
        while (!stopping.getAsBoolean() && readSome()) {
            // There may be more.
        }
    }

    /** @return whether there may be more */
    private boolean readSome() {
        return AcrossTenants.call("comments of all companies are found alike", () -> {
            List<Old> old = sql.select(Tables.uuid("c", "tenant_id"), Tables.uuid("c", "id"), Tables.text("c", "body"))
                    .from(Tables.of("comment", "c"))
                    .where(field(DSL.name("c", "tokens")).isNull())
                    .orderBy(Tables.uuid("c", "tenant_id"), Tables.uuid("c", "id"))
                    .limit(PIECE)
                    .fetch(row -> new Old(row.value1(), row.value2(), row.value3()));
            sql.batch(old.stream().<Query>map(comment -> sql.update(Tables.of("comment", "c"))
                    .set(TOKENS, of(comment.body()))
                    .where(Tables.uuid("c", "tenant_id").eq(comment.tenant()))
                    .and(Tables.uuid("c", "id").eq(comment.id()))
                    // What was said anew meanwhile has its words.
                    .and(field(DSL.name("c", "tokens")).isNull())).toList()).execute();
            return old.size() == PIECE;
        });
    }
}
