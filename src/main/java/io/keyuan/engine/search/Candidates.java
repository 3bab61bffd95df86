package io.keyuan.engine.search;

import static org.jooq.impl.DSL.escape;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.sql.GrantConditions;
import io.keyuan.engine.sql.Lexemes;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.text.SearchQuery;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
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

    /** How many are looked for at first; ranked by how well they match, a record one means is among them. */
    static final int FEWEST = 200;

    /** How many are looked for at last, and how many times as many each time before that. */
    static final int MOST = 20_000;
    static final int STEP = 10;

    /** Looked at first. */
    private static final int SAMPLE = 1_000;

    /** From so many of the sample on, both ways cost about the same for the fewest. */
    private static final int FREQUENT = 4;

    /**
     * So many are enough of those that are met on a short way, which goes no nearer than this: nobody misses the others, and waits for them
     * no longer than for a rare word.
     */
    private static final int ENOUGH = 40;

    private static final int NEAR = 6_000;

    /** So many titles that begin alike are looked at. */
    private static final int BEGUN = 1_000;

    private static final Field<UUID> RECORD = Tables.uuid("d", "record_id");
    private static final Field<UUID> ABOVE = Tables.uuid("d", "above_id");
    private static final Field<String> OBJECT = Tables.text("d", "object");
    private static final Field<String> TITLE = Tables.text("d", "title");
    private static final int BEGINNING_KEPT = 100;
    /** As the index has it. */
    private static final Field<String> BEGINNING = lower(left(TITLE, inline(BEGINNING_KEPT))).collate("C");
    private static final Field<String> SUBTITLE = Tables.text("d", "subtitle");
    private static final Field<String> BODY = Tables.text("d", "body");
    private static final Field<String> SOURCES = Tables.text("d", "sources");

    private final DSLContext sql;
    private final ObjectTypes types;

    Candidates(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /** @param all whether there are no others */
    record Found(List<Search.Hit> hits, boolean all) {}

    /** @param most how many to find at most */
    Found of(SearchQuery query, Circle circle, Layer layer, int most) {
        Condition met = Lexemes.met(query.tsquery()).and(ofObjects(circle.objects()));
        int sampled = sampled(circle, layer, met);
        if (sampled >= frequent(most)) {
            for (int far : far(sampled, most)) {
                List<Search.Hit> walked = walked(circle, layer, met, far, most);
                if (walked.size() == most || far == near(sampled) && walked.size() >= ENOUGH) {
                    return new Found(walked, false);
                }
                if (isWhole(circle, layer, far)) {
                    return new Found(walked, true);
                }
            }
        }
        List<Search.Hit> lookedUp = lookedUp(query, circle, layer, most);
        return new Found(lookedUp, lookedUp.size() < most);
    }

    /**
     * Records that hang on nothing and whose titles begin with what was typed, in the order of their titles, so that the one that is
     * called so is among the first.
     *
     * @param typed as it was typed, without blanks around it
     */
    List<Search.Hit> begun(String typed, Circle circle) {
        if (typed.codePointCount(0, typed.length()) > BEGINNING_KEPT) {
            return List.of();
        }
        Condition begun = BEGINNING.like(lower(val(escape(typed, '!') + "%")), '!');
        var documents = document(Tables.ofTenant("d").and(Layer.ROOTS.condition()).and(begun)).orderBy(BEGINNING).limit(BEGUN);
        return hits(documents.asTable("d"), within(circle).and(ofObjects(circle.objects())), BEGINNING.asc(), FEWEST);
    }

    /** Each document stands in one of two indexes of tokens. */
    private List<Search.Hit> lookedUp(SearchQuery query, Circle circle, Layer layer, int most) {
        Condition found = Tables.ofTenant("d").and(within(circle)).and(Lexemes.found(query.tsquery())).and(ofObjects(circle.objects()));
        Select<Record> documents = document(found.and(Layer.ROOTS.condition()));
        if (layer == Layer.ALL && isHanging(circle.objects())) {
            documents = document(found.and(ABOVE.isNotNull())).unionAll(document(found.and(Layer.ROOTS.condition())));
        }
        // An order that no index has: only the ones of tokens and owners are left to go by.
        return hits(documents.asTable("d"), noCondition(), RECORD.cast(SQLDataType.CLOB).desc(), most);
    }

    /** How many of the newest documents of the company meet it: how frequent a word is, it is for everybody. */
    private int sampled(Circle circle, Layer layer, Condition met) {
        var newest = newest(layer.condition().and(circle.isEverything() ? within(circle) : noCondition()), SAMPLE).asTable("d");
        return Objects.requireNonNull(sql.selectCount().from(newest).where(met).fetchOne()).value1();
    }

    /** Of how many of the sample on both ways cost about the same: walking costs what is passed, looking up what is found. */
    private static int frequent(int most) {
        return (int) Math.round(FREQUENT * Math.sqrt((double) most / FEWEST));
    }

    /**
     * How far to walk: half as far again as it takes at the rate of the sample. What is frequent among the newest may be nowhere
     * else: walking on ends where it must have been met often enough.
     */
    private static List<Integer> far(int hits, int most) {
        int farthest = most * SAMPLE / frequent(most);
        int likely = Math.min(farthest, 3 * most * SAMPLE / (2 * hits));
        return most == FEWEST && likely > near(hits) ? List.of(near(hits), likely, farthest) : List.of(likely, farthest);
    }

    /** Half as far again as it takes to meet enough. */
    private static int near(int hits) {
        return Math.max(NEAR, 3 * ENOUGH * SAMPLE / (2 * hits));
    }

    /** Whether so many are all that is reached. */
    private boolean isWhole(Circle circle, Layer layer, int far) {
        return !circle.isLookedUp()
                && Objects.requireNonNull(sql.selectCount().from(ids(circle, layer, far).asTable("n")).fetchOne()).value1() < far;
    }

    /** Those of the newest documents that meet something; reading ends where there are enough. */
    private List<Search.Hit> walked(Circle circle, Layer layer, Condition met, int far, int most) {
        if (circle.isEverything()) {
            return hits(newest(within(circle).and(layer.condition()), far).asTable("d"), met, RECORD.desc(), most);
        }
        var newest = ids(circle, layer, far).asTable("n");
        var place = Tables.uuid("n", "record_id");
        var documents = newest.join(Tables.of("search_document", "d")).on(Tables.ofTenant("d").and(RECORD.eq(place)));
        return hits(documents, met.and(layer.condition()), place.desc(), most);
    }

    private static Select<Record> newest(Condition reached, int most) {
        return document(Tables.ofTenant("d").and(reached)).orderBy(RECORD.desc()).limit(most);
    }

    private static SelectConditionStep<Record> document(Condition wanted) {
        return select(List.of(RECORD, OBJECT, TITLE, SUBTITLE, BODY, SOURCES, field(name("d", "tokens"))))
                .from(Tables.of("search_document", "d"))
                .where(wanted);
    }

    /** The newest of all are among the newest that are reached for each of the reasons. */
    private Select<Record1<UUID>> ids(Circle circle, Layer layer, int most) {
        if (circle.isEverything()) {
            return Circle.newest(within(circle).and(layer.condition()), most);
        }
        List<Select<Record1<UUID>>> each = circle.newest(layer, most);
        return each.size() == 1 ? each.getFirst() : GrantConditions.newest(each.stream().reduce(Select::union).orElseThrow(), most);
    }

    private List<Search.Hit> hits(Table<?> documents, Condition wanted, SortField<?> order, int most) {
        return sql.select(RECORD, OBJECT, TITLE, SUBTITLE, BODY, SOURCES)
                .from(documents)
                .where(wanted)
                .orderBy(order)
                .limit(most)
                .queryTimeout(SECONDS)
                .fetch(row -> new Search.Hit(row.value2(), row.value1(), row.value3(), row.value4(), row.value5(), row.value6(), null));
    }

    private Condition ofObjects(List<String> objects) {
        long all = types.ever().stream().filter(type -> type.can(Capability.SEARCHABLE)).count();
        return objects.size() == all ? noCondition() : OBJECT.in(objects);
    }

    private Condition within(Circle circle) {
        // What nobody owns is little beside what people own: the index on owners leads to it past all of that.
        return circle.isEverything() && isNobodys(circle.objects()) ? Tables.uuid("d", "owner_id").isNull() : circle.whole();
    }

    private boolean isHanging(List<String> objects) {
        return objects.stream().anyMatch(name -> Objects.requireNonNull(types.byName(name)).hanging() != null);
    }

    private boolean isNobodys(List<String> objects) {
        return objects.stream().noneMatch(name -> Objects.requireNonNull(types.byName(name)).can(Capability.OWNED));
    }
}
