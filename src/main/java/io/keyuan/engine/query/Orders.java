package io.keyuan.engine.query;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Query;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.Right;
import io.keyuan.engine.ValueIndex;
import io.keyuan.engine.sql.IndexedValues;
import io.keyuan.engine.sql.Sorting;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the order of a list: choices go by their place, references by the title they point to, all else by its value. */
@Component
class Orders {

    private final ChoiceLists choices;
    private final ObjectTypes types;
    private final VisibilityCondition visibility;

    Orders(ChoiceLists choices, ObjectTypes types, VisibilityCondition visibility) {
        this.choices = choices;
        this.types = types;
        this.visibility = visibility;
    }

    /** Of records as they are. */
    Order of(Query query) {
        return of(query, true);
    }

    /** Of records as they were: rows are kept of what is. */
    Order ofThePast(Query query) {
        return of(query, false);
    }

    private Order of(Query query, boolean indexed) {
        List<Query.Sort> sorts = query.sort().isEmpty() ? List.of(usual(query)) : query.sort();
        List<Order.Key> keys = new ArrayList<>();
        for (Query.Sort sort : sorts) {
            keys.add(key(sort, indexed ? index(sort.attribute()) : null, keys.size()));
        }
        boolean last = sorts.getLast().descending();
        // Of one table with what it is sorted by, so that an index on both goes straight to the place of a page.
        boolean beside = keys.getFirst().index() != null;
        keys.add(new Order.Key("id", alias -> beside ? IndexedValues.record(Order.beside(alias, 0)) : Tables.uuid(alias, "id"), last));
        return new Order(keys);
    }

    private Order.Key key(Query.Sort sort, @Nullable ValueIndex index, int place) {
        Attribute<?> attribute = sort.attribute();
        return new Order.Key(
                attribute.name(),
                alias -> index == null ? key(alias, attribute) : IndexedValues.value(index, Order.beside(alias, place)),
                index,
                sort.descending());
    }

    /** Choices go by their place and references by a title, whatever is looked up of them. */
    private static @Nullable ValueIndex index(Attribute<?> attribute) {
        return attribute.type() instanceof ChoiceType || attribute.type() instanceof ReferenceType ? null : attribute.index();
    }

    private static Query.Sort usual(Query query) {
        ObjectType type = query.type();
        return new Query.Sort(query.deleted() ? type.deletedAt : type.createdAt, true);
    }

    private Field<?> key(String alias, Attribute<?> attribute) {
        return switch (attribute.type()) {
            case ChoiceType choice -> place(Tables.words(alias, attribute), choices.of(attribute));
            case MultiChoiceType several -> coalesce(function(name("array_to_string"), SQLDataType.CLOB, Tables.column(alias, attribute), inline(",")), inline(""));
            case ReferenceType reference -> title(alias, attribute);
            default -> Sorting.sortField(alias, attribute);
        };
    }

    private static Field<?> place(Field<String> code, ChoiceList list) {
        @Nullable CaseConditionStep<Integer> places = null;
        int place = 1;
        for (ChoiceList.Item item : list.items()) {
            Condition same = code.eq(item.code());
            places = places == null ? when(same, inline(place)) : places.when(same, inline(place));
            place++;
        }
        return places == null ? coalesce(code, inline("")) : places.otherwise(inline(0));
    }

    private Field<?> title(String alias, Attribute<?> attribute) {
        ObjectType target = Objects.requireNonNull(types.target(attribute));
        String other = alias + "o";
        Field<String> key = Tables.text(other, target.title().columns().getLast().name());
        return coalesce(
                field(select(key)
                        .from(Tables.of(target, other))
                        .where(Tables.ofTenant(other))
                        .and(Tables.uuid(other, "id").eq(Tables.reference(alias, attribute)))
                        // The order must not tell the title of what the reader does not see.
                        .and(visibility.of(Right.READ, target, other))),
                inline(""));
    }
}
