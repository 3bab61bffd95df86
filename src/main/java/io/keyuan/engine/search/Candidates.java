package io.keyuan.engine.search;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.sql.Lexemes;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.text.SearchQuery;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * The newest documents that may be what somebody looks for. What is in few documents is looked up in the index of tokens,
 * what is in many is soon met by walking from the newest. PostgreSQL cannot tell the two apart, for it has no statistics
 * of beginnings of words: among 4,000,000 documents it took 2.7 s for what takes 2 ms the other way. So a look at some of
 * the newest decides.
 */
@Component
class Candidates {

    private static final int SECONDS = 3;

    /** Ranked by how well they match: enough that a record one means is among them, few enough to be quick. */
    private static final int MOST = 200;

    /** Looked at first. */
    private static final int SAMPLE = 1_000;

    /** From so many of the sample on, both ways cost about the same. */
    private static final int FREQUENT = 4;

    /** What is frequent among the newest may be nowhere else; walking on ends where it must have been met often enough. */
    private static final int FARTHEST = MOST * SAMPLE / FREQUENT;

    private static final Field<UUID> RECORD = Tables.uuid("d", "record_id");
    private static final Field<String> OBJECT = Tables.text("d", "object");
    private static final Field<String> TITLE = Tables.text("d", "title");
    private static final Field<String> SUBTITLE = Tables.text("d", "subtitle");
    private static final Field<String> BODY = Tables.text("d", "body");
    private static final Field<String> SOURCES = Tables.text("d", "sources");

    private final DSLContext sql;
    private final ObjectTypes types;

    Candidates(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    List<Search.Hit> of(SearchQuery query, Circle circle) {
        Condition met = Lexemes.met(query.tsquery()).and(ofObjects(circle.objects()));
        Sample sample = look(circle, met);
        if (sample.isWhole() && sample.hits() == 0) {
            return List.of();
        }
        if (sample.isWhole() || sample.hits() >= FREQUENT) {
            for (int far : List.of(sample.farEnough(), FARTHEST)) {
                List<Search.Hit> walked = hits(newest(circle, far).asTable("d"), met, RECORD.desc());
                if (sample.isWhole() || walked.size() == MOST) {
                    return walked;
                }
            }
        }
        Condition found = Tables.ofTenant("d").and(within(circle)).and(Lexemes.found(query.tsquery())).and(ofObjects(circle.objects()));
        // An order that no index has: only the ones of tokens and owners are left to go by.
        return hits(Tables.of("search_document", "d"), found, RECORD.cast(SQLDataType.CLOB).desc());
    }

    private Sample look(Circle circle, Condition met) {
        return Objects.requireNonNull(sql.select(count(), count().filterWhere(met))
                .from(newest(circle, SAMPLE).asTable("d"))
                .fetchOne(row -> new Sample(row.value1(), row.value2())));
    }

    private Select<?> newest(Circle circle, int most) {
        List<Condition> reasons = circle.reasons();
        return reasons.size() == 1 && !circle.isEverything()
                ? newest(reasons.getFirst(), most)
                : circle.isEverything() ? newest(within(circle), most) : newestOfEach(reasons, most);
    }

    private Select<?> newest(Condition reached, int most) {
        return sql.select(RECORD, OBJECT, TITLE, SUBTITLE, BODY, SOURCES, field(name("d", "tokens")))
                .from(Tables.of("search_document", "d"))
                .where(Tables.ofTenant("d"))
                .and(reached)
                .orderBy(RECORD.desc())
                .limit(most);
    }

    /** The newest of all are among the newest that are reached for each of the reasons. */
    private Select<?> newestOfEach(List<Condition> reasons, int most) {
        Select<Record1<UUID>> each = reasons.stream()
                .<Select<Record1<UUID>>>map(reason -> sql.select(RECORD)
                        .from(Tables.of("search_document", "d"))
                        .where(Tables.ofTenant("d"))
                        .and(reason)
                        .orderBy(RECORD.desc())
                        .limit(most))
                .reduce(Select::union)
                .orElseThrow();
        return newest(RECORD.in(each), most);
    }

    private List<Search.Hit> hits(Table<?> documents, Condition wanted, SortField<?> order) {
        return sql.select(RECORD, OBJECT, TITLE, SUBTITLE, BODY, SOURCES)
                .from(documents)
                .where(wanted)
                .orderBy(order)
                .limit(MOST)
                .queryTimeout(SECONDS)
                .fetch(row -> new Search.Hit(row.value2(), row.value1(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /**
     * What a look at the newest documents found.
     *
     * @param seen how many there were to look at
     */
    private record Sample(int seen, int hits) {

        /** So many more, at twice the rate of the sample, hold enough: with several reasons as many are sorted for each of them. */
        int farEnough() {
            return isWhole() ? SAMPLE : Math.min(FARTHEST, 2 * MOST * SAMPLE / hits);
        }

        /** Whether there are no others. */
        boolean isWhole() {
            return seen < SAMPLE;
        }
    }

    private Condition ofObjects(List<String> objects) {
        long all = types.all().stream().filter(type -> type.can(Capability.SEARCHABLE)).count();
        return objects.size() == all ? noCondition() : OBJECT.in(objects);
    }

    private Condition within(Circle circle) {
        // What nobody owns is little beside what people own: the index on owners leads to it past all of that.
        return circle.isEverything() && isNobodys(circle.objects()) ? Tables.uuid("d", "owner_id").isNull() : circle.whole();
    }

    private boolean isNobodys(List<String> objects) {
        return objects.stream().noneMatch(name -> Objects.requireNonNull(types.byName(name)).can(Capability.OWNED));
    }
}
