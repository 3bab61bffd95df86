package io.keyuan.engine.imports;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Right;
import io.keyuan.engine.TextType;
import io.keyuan.engine.query.VisibilityCondition;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.text.SortKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Finds the records that texts name, many with one query, through the indexes there are: titles by their sort key, which
 * leads to few records among which the texts themselves decide.
 */
@Component
class RecordFinder {

    private static final int RANGES = 100;
    private static final int BEGINNING = 2;
    private static final int MOST_NEAR = 2000;

    private final DSLContext sql;
    private final VisibilityCondition visibility;

    RecordFinder(DSLContext sql, VisibilityCondition visibility) {
        this.sql = sql;
        this.visibility = visibility;
    }

    /** @return the records by the text that names them exactly; those the caller may not see are not there */
    Map<String, Set<UUID>> exact(ObjectType type, Attribute<?> attribute, Collection<String> texts) {
        if (attribute.equals(type.id)) {
            return byId(type, texts);
        }
        List<String> asked = askable(texts);
        Map<String, List<String>> wanted = index(asked, UnaryOperator.identity());
        return find(type, attribute, among(type, attribute, asked), wanted, UnaryOperator.identity());
    }

    /** Nothing is called what cannot be stored, and the database would not even let it be asked for. */
    private static List<String> askable(Collection<String> texts) {
        return texts.stream().filter(TextType::isStorable).toList();
    }

    /** Titles that differ in no more than case, width and white space. */
    Map<String, Set<UUID>> alike(ObjectType type, Collection<String> texts) {
        List<String> all = askable(texts);
        Map<String, List<String>> wanted = index(all, Words::alike);
        Map<String, Set<UUID>> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += RANGES) {
            Condition near = near(type, all.subList(from, Math.min(all.size(), from + RANGES)));
            found.putAll(find(type, type.title(), near, wanted, Words::alike));
        }
        return found;
    }

    /** Titles that begin alike, among which those that somebody may have meant by these texts are to be sought. */
    Set<String> near(ObjectType type, Collection<String> texts) {
        Set<String> titles = new HashSet<>();
        var title = Tables.words("t", type.title());
        List<String> beginnings = askable(texts).stream()
                .map(text -> SortKey.of(text))
                .filter(key -> !key.isBlank())
                .map(key -> key.substring(0, Math.min(BEGINNING, key.length())))
                .distinct()
                .toList();
        for (int from = 0; from < beginnings.size(); from += RANGES) {
            Condition near = DSL.falseCondition();
            for (String beginning : beginnings.subList(from, Math.min(beginnings.size(), from + RANGES))) {
                near = near.or(sortKey(type).ge(beginning).and(sortKey(type).lt(beginning + "\u007f")));
            }
            titles.addAll(sql.select(title).from(Tables.of(type, "t")).where(seen(type)).and(near).limit(MOST_NEAR).fetchSet(title));
        }
        return titles;
    }

    /** The condition that an index serves for an attribute having one of these values, or perhaps a few more. */
    static Condition among(ObjectType type, Attribute<?> attribute, Collection<String> texts) {
        if (attribute.equals(type.title())) {
            return sortKey(type).eq(any(texts.stream().map(SortKey::of).distinct().toArray(String[]::new)));
        }
        Field<String> value = Tables.words("t", attribute);
        return value.isNotNull().and(value.eq(any(texts.toArray(String[]::new))));
    }

    /** A sort key begins with what titles that are alike have in common; a blank and the exact text may follow. */
    private static Condition near(ObjectType type, List<String> texts) {
        Field<String> key = sortKey(type);
        Condition near = DSL.noCondition();
        for (String text : texts) {
            String common = SortKey.of(text).split(" ", 2)[0];
            near = near.or(key.eq(common)).or(key.ge(common + " ").and(key.lt(common + "!")));
        }
        return near;
    }

    private static Field<String> sortKey(ObjectType type) {
        return Tables.text("t", type.title().columns().getLast().name());
    }

    private static Map<String, List<String>> index(Collection<String> texts, UnaryOperator<String> form) {
        Map<String, List<String>> index = new HashMap<>();
        texts.forEach(text -> index.computeIfAbsent(form.apply(text), any -> new ArrayList<>()).add(text));
        return index;
    }

    private Map<String, Set<UUID>> find(
            ObjectType type, Attribute<?> attribute, Condition condition, Map<String, List<String>> wanted, UnaryOperator<String> form) {
        var id = Tables.uuid("t", "id");
        var value = Tables.words("t", attribute);
        Map<String, Set<UUID>> found = new HashMap<>();
        sql.select(id, value).from(Tables.of(type, "t")).where(seen(type)).and(condition).forEach(row ->
                wanted.getOrDefault(form.apply(row.value2()), List.of())
                        .forEach(text -> found.computeIfAbsent(text, any -> new HashSet<>()).add(row.value1())));
        return found;
    }

    private Map<String, Set<UUID>> byId(ObjectType type, Collection<String> texts) {
        Map<UUID, String> ids = new HashMap<>();
        texts.forEach(text -> Uuids.read(text).ifPresent(id -> ids.put(id, text)));
        var id = Tables.uuid("t", "id");
        Map<String, Set<UUID>> found = new HashMap<>();
        sql.select(id).from(Tables.of(type, "t")).where(seen(type)).and(id.eq(any(ids.keySet().toArray(UUID[]::new))))
                .forEach(row -> found.put(ids.get(row.value1()), Set.of(row.value1())));
        return found;
    }

    /**
     * The records whose ids stand behind their names. One in the recycle bin too: whether a record may go on pointing to it is not
     * for its name to say.
     */
    Map<String, UUID> marked(ObjectType type, Collection<String> texts) {
        Map<UUID, List<String>> wanted = new HashMap<>();
        texts.forEach(text -> MarkedName.id(text).ifPresent(id -> wanted.computeIfAbsent(id, any -> new ArrayList<>()).add(text)));
        Map<String, UUID> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            var id = Tables.uuid("t", "id");
            sql.select(id).from(Tables.of(type, "t")).where(visible(type)).and(id.eq(any(wanted.keySet().toArray(UUID[]::new))))
                    .forEach(row -> wanted.getOrDefault(row.value1(), List.of()).forEach(text -> found.put(text, row.value1())));
        }
        return found;
    }

    /** All records of an object that lie in one another: as few as a company has departments. */
    List<TreePaths.Node> tree(ObjectType type) {
        var title = Tables.words("t", type.title());
        var parent = Tables.reference("t", Objects.requireNonNull(type.tree()));
        return sql.select(Tables.uuid("t", "id"), title, parent)
                .from(Tables.of(type, "t"))
                .where(seen(type))
                .fetch(row -> new TreePaths.Node(row.value1(), row.value2(), row.value3()));
    }

    /** Everybody may name a colleague. */
    Condition seen(ObjectType type) {
        return visible(type).and(Tables.alive("t"));
    }

    private Condition visible(ObjectType type) {
        return Tables.ofTenant("t").and(type.can(Capability.PEOPLE) ? DSL.noCondition() : visibility.of(Right.READ, type, "t"));
    }
}
