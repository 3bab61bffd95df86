package io.keyuan.engine.overview;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Page;
import io.keyuan.engine.Query;
import io.keyuan.engine.RecordPart;
import io.keyuan.engine.Records;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.RowJson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The newest records of each kind that point to a record, and how many there are: the first page of each of their lists, and
 * nothing that those would not show.
 */
@Component
class RelatedRecords implements RecordPart {

    private static final int SHOWN = 5;

    private final ObjectTypes types;
    private final Access access;
    private final Records records;

    RelatedRecords(ObjectTypes types, Access access, Records records) {
        this.types = types;
        this.access = access;
        this.records = records;
    }

    /**
     * @param attribute by which the records point here
     * @param more whether there are more than these
     */
    record Related(String object, String attribute, List<Map<String, Object>> items, boolean more, Page.@Nullable Count count) {}

    @Override
    public String name() {
        return "related";
    }

    @Override
    public boolean isOf(ObjectType type, boolean deleted) {
        return true;
    }

    @Override
    public List<Related> of(ObjectType type, UUID id) {
        return types.relatedTo(type).stream()
                .filter(attribute -> access.may(Right.READ, attribute.object()) && access.mayRead(attribute))
                .map(attribute -> related(attribute, id))
                .toList();
    }

    private Related related(Attribute<?> attribute, UUID id) {
        ObjectType object = attribute.object();
        Page page = records.list(new Query(
                object, attribute.name() + " == '" + id + "'", List.of(), SHOWN, null, shown(object, types, access), Query.Count.CAPPED, false, null));
        return new Related(
                object.path(), attribute.name(), page.rows().stream().map(RowJson::map).toList(), page.next() != null, page.count());
    }

    /** What a row is known by, what its list has columns for, and what it is part of. */
    static List<Attribute<?>> shown(ObjectType object, ObjectTypes types, Access access) {
        Set<Attribute<?>> shown = new LinkedHashSet<>(List.of(object.id, object.version));
        Stream.of(Stream.of(object.title()), object.columns().stream(), ofTheWhole(object, types))
                .flatMap(attributes -> attributes)
                .filter(access::maySee)
                .forEach(shown::add);
        return List.copyOf(shown);
    }

    private static Stream<Attribute<?>> ofTheWhole(ObjectType object, ObjectTypes types) {
        Attribute<?> parent = object.parent();
        return parent == null
                ? Stream.empty()
                : object.attributes().stream().<Attribute<?>>map(each -> each)
                        .filter(each -> Objects.equals(types.target(each), types.target(parent)));
    }
}
