package io.keyuan.engine.choices;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ChoiceDependency;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.sql.Turns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Row10;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The choices of the current caller's company as they are stored, by the {@linkplain Attribute#toString() name} of their attribute. */
@Repository
class ChoiceTable {

    private static final Table<Record> ROWS = Tables.of("choice", "c");
    private static final Table<Record> LISTS = Tables.of("choice_list", "l");
    private static final Field<UUID> TENANT = field(name("tenant_id"), SQLDataType.UUID);
    private static final Field<String> ATTRIBUTE = field(name("attribute"), SQLDataType.CLOB);
    private static final Field<String> CODE = field(name("code"), SQLDataType.CLOB);
    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);
    private static final Field<String> MEANING = field(name("meaning"), SQLDataType.CLOB);
    private static final Field<JSONB> LABELS = field(name("labels"), SQLDataType.JSONB);
    private static final Field<String> COLOUR = field(name("colour"), SQLDataType.CLOB);
    private static final Field<Boolean> ACTIVE = field(name("active"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> INITIAL = field(name("initial"), SQLDataType.BOOLEAN);
    private static final Field<@Nullable BigDecimal> CHANCE = field(name("chance"), SQLDataType.NUMERIC);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final Field<@Nullable String> DEPENDS_ON = field(name("depends_on"), SQLDataType.CLOB);
    private static final Field<@Nullable JSONB> FITS = field(name("fits"), SQLDataType.JSONB);
    private static final TypeReference<Map<String, Set<String>>> CODES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    /** That of a list that nobody has changed. */
    private static final long FIRST_VERSION = 1;

    private final DSLContext sql;
    private final JsonMapper json;

    ChoiceTable(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * One choice as it is stored.
     *
     * @param meaning by its {@linkplain ChoiceType#code(Enum) code}; null for none
     */
    record Stored(String code, @Nullable String meaning, Map<String, String> labels, @Nullable String colour, boolean active, boolean initial, @Nullable BigDecimal chance) {

        static Stored of(ChoiceList.Item item) {
            Enum<?> meaning = item.meaning();
            return new Stored(item.code(), meaning == null ? null : ChoiceType.code(meaning), item.labels(), item.colour(), item.active(), item.initial(),
                    item.chance());
        }

        Stored inactive() {
            return new Stored(code, meaning, labels, colour, false, initial, chance);
        }
    }

    /** Of every attribute, in their order. */
    Map<String, List<Stored>> all() {
        Map<String, List<Stored>> all = new HashMap<>();
        sql.select(ATTRIBUTE, CODE, MEANING, LABELS, COLOUR, ACTIVE, INITIAL, CHANCE)
                .from(ROWS)
                .where(Tables.ofTenant("c"))
                .orderBy(ATTRIBUTE, PLACE, CODE)
                .forEach(each -> all.computeIfAbsent(each.get(ATTRIBUTE), any -> new ArrayList<>()).add(stored(each)));
        return all;
    }

    private Stored stored(Record row) {
        Map<String, String> labels = json.readValue(row.get(LABELS).data(), WORDS);
        return new Stored(row.get(CODE), row.get(MEANING), labels, row.get(COLOUR), row.get(ACTIVE), row.get(INITIAL), row.get(CHANCE));
    }

    /** Waits until nobody else is about to change this list: what is read from here on is true until the transaction ends. */
    void begin(Attribute<?> attribute) {
        Turns.await(sql, "choices of " + attribute);
    }

    /** Waits until nobody else is about to say what choices of the object go by. */
    void beginDependencies(ObjectType type) {
        Turns.await(sql, "dependent choices of " + type);
    }

    List<Stored> of(Attribute<?> attribute) {
        return sql.select(CODE, MEANING, LABELS, COLOUR, ACTIVE, INITIAL, CHANCE)
                .from(ROWS)
                .where(are(attribute))
                .orderBy(PLACE, CODE)
                .fetch(this::stored);
    }

    long version(Attribute<?> attribute) {
        Long version = sql.select(VERSION).from(LISTS).where(isOf(attribute)).fetchOne(VERSION);
        return version == null ? FIRST_VERSION : version;
    }

    /** In place of what there is. */
    void replace(Attribute<?> attribute, List<Stored> choices) {
        sql.deleteFrom(ROWS).where(are(attribute)).execute();
        insert(placed(attribute, choices));
        changed(attribute);
    }

    void append(Attribute<?> attribute, Stored choice, int place) {
        insert(List.of(new Placed(attribute, place, choice)));
        changed(attribute);
    }

    /** A choice where it stands in its list. */
    record Placed(Attribute<?> attribute, int place, Stored choice) {}

    static List<Placed> placed(Attribute<?> attribute, List<Stored> choices) {
        return IntStream.range(0, choices.size()).mapToObj(place -> new Placed(attribute, place, choices.get(place))).toList();
    }

    void insert(List<Placed> choices) {
        if (!choices.isEmpty()) {
            sql.insertInto(table(name("choice")), TENANT, ATTRIBUTE, CODE, PLACE, MEANING, LABELS, COLOUR, ACTIVE, INITIAL, CHANCE)
                    .valuesOfRows(choices.stream().map(this::row).toList())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private Row10<UUID, String, String, Integer, @Nullable String, JSONB, @Nullable String, Boolean, Boolean, @Nullable BigDecimal> row(Placed placed) {
        Stored choice = placed.choice();
        return DSL.row(
                Caller.current().tenant(), placed.attribute().toString(), choice.code(), placed.place(), choice.meaning(),
                JSONB.valueOf(json.writeValueAsString(choice.labels())), choice.colour(), choice.active(), choice.initial(), choice.chance());
    }

    /** Of every attribute that has one. */
    Map<String, ChoiceDependency> dependencies() {
        Map<String, ChoiceDependency> all = new HashMap<>();
        sql.select(ATTRIBUTE, DEPENDS_ON, FITS).from(LISTS).where(Tables.ofTenant("l")).and(DEPENDS_ON.isNotNull()).forEach(each -> {
            ChoiceDependency dependency = dependency(each);
            if (dependency != null) {
                all.put(each.get(ATTRIBUTE), dependency);
            }
        });
        return all;
    }

    /** @return null where all choices fit to whatever else */
    @Nullable ChoiceDependency dependency(Attribute<?> attribute) {
        Record row = sql.select(DEPENDS_ON, FITS).from(LISTS).where(isOf(attribute)).fetchOne();
        return row == null ? null : dependency(row);
    }

    private @Nullable ChoiceDependency dependency(Record row) {
        String on = row.get(DEPENDS_ON);
        JSONB fits = row.get(FITS);
        return on == null || fits == null ? null : new ChoiceDependency(on, json.readValue(fits.data(), CODES));
    }

    /** @param dependency null for none */
    void depend(Attribute<?> attribute, @Nullable ChoiceDependency dependency) {
        changed(attribute);
        sql.update(LISTS)
                .set(DEPENDS_ON, dependency == null ? null : dependency.attribute())
                .set(FITS, dependency == null ? null : JSONB.valueOf(json.writeValueAsString(dependency.fits())))
                .where(isOf(attribute))
                .execute();
    }

    void delete(Attribute<?> attribute, String code) {
        sql.deleteFrom(ROWS).where(are(attribute)).and(CODE.eq(code)).execute();
        changed(attribute);
    }

    private void changed(Attribute<?> attribute) {
        sql.insertInto(table(name("choice_list")), TENANT, ATTRIBUTE, VERSION)
                .values(Caller.current().tenant(), attribute.toString(), FIRST_VERSION + 1)
                .onConflict(TENANT, ATTRIBUTE)
                .doUpdate()
                .set(VERSION, field(name("choice_list", "version"), SQLDataType.BIGINT).add(1))
                .execute();
    }

    private static Condition are(Attribute<?> attribute) {
        return Tables.ofTenant("c").and(ATTRIBUTE.eq(attribute.toString()));
    }

    private static Condition isOf(Attribute<?> attribute) {
        return Tables.ofTenant("l").and(ATTRIBUTE.eq(attribute.toString()));
    }
}
