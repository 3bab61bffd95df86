package io.keyuan.engine.attribute;

import io.keyuan.engine.AddedAttributes;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeDefinition;
import io.keyuan.engine.Caller;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Shape;
import io.keyuan.engine.Signals;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** What each company has added, objects and attributes, all of a company's read together and remembered until somebody changes it. */
@Component
class KnownDefinitions implements AddedAttributes.Source, DisposableBean {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final String TOPIC = "attributes";

    private final DSLContext sql;
    private final DefinitionTable table;
    private final ObjectTable objectTable;
    private final ObjectTypes types;
    private final Signals signals;
    private final KnownOfTenant<Added> added = new KnownOfTenant<>(KEPT);

    KnownDefinitions(DSLContext sql, DefinitionTable table, ObjectTable objectTable, ObjectTypes types, Signals signals) {
        this.sql = sql;
        this.table = table;
        this.objectTable = objectTable;
        this.types = types;
        this.signals = signals;
        signals.listen(TOPIC, tenant -> added.forget(UUID.fromString(tenant)), added::forgetAll);
        AddedAttributes.ask(this);
    }

    /** What a company has added, as one. */
    private record Added(List<ObjectType> objects, Map<ObjectType, Shape> shapes) {

        boolean isNothing() {
            return objects.isEmpty() && shapes.isEmpty();
        }
    }

    @Override
    public List<ObjectType> objects(UUID tenant) {
        return added.get(tenant, this::read).objects();
    }

    @Override
    public @Nullable Shape of(UUID tenant, ObjectType type) {
        return added.get(tenant, this::read).shapes().get(type);
    }

    @Override
    public @Nullable Object state(UUID tenant) {
        Added known = added.get(tenant, this::read);
        return known.isNothing() ? null : known;
    }

    /** Objects first, so that attributes may point to them. Nothing here asks for what only this knows. */
    private Added read() {
        List<ObjectType> objects = sql.select()
                .from(ObjectTable.TABLE)
                .where(Tables.ofTenant("o"))
                .orderBy(ObjectTable.PLACE, ObjectTable.ID)
                .fetch(row -> new CompanyObject(objectTable.read(row).definition()));
        Map<String, ObjectType> byName = Stream.concat(types.defined().stream(), objects.stream())
                .collect(Collectors.toMap(ObjectType::name, Function.identity()));
        return new Added(List.copyOf(objects), shapes(byName));
    }

    private Map<ObjectType, Shape> shapes(Map<String, ObjectType> byName) {
        Map<String, List<AttributeDefinition>> byObject = sql.select()
                .from(DefinitionTable.TABLE)
                .where(Tables.ofTenant("a"))
                .and(DefinitionTable.REMOVED.isNull())
                .orderBy(DefinitionTable.PLACE, DefinitionTable.SLOT)
                .fetch(row -> table.read(row).definition())
                .stream()
                .collect(Collectors.groupingBy(AttributeDefinition::object));
        Map<ObjectType, Shape> shapes = new HashMap<>();
        byObject.forEach((object, definitions) -> {
            ObjectType type = byName.get(object);
            if (type != null) {
                shapes.put(type, type.defined().with(definitions.stream()
                        .filter(each -> leadsSomewhere(each, byName))
                        .<Attribute<?>>map(each -> each.attribute(type, each.target() == null ? null : byName.get(each.target())))
                        .toList()));
            }
        });
        return shapes;
    }

    /** What points to an object that was removed is not there either, and comes back with it. */
    private static boolean leadsSomewhere(AttributeDefinition definition, Map<String, ObjectType> byName) {
        ObjectType target = definition.target() == null ? null : byName.get(definition.target());
        return definition.target() == null || target != null && target.isThere();
    }

    /** The attribute that a definition describes. */
    Attribute<?> attribute(ObjectType type, AttributeDefinition definition) {
        return definition.attribute(type, definition.target() == null ? null : Objects.requireNonNull(types.byName(definition.target())));
    }

    void changed() {
        UUID tenant = Caller.current().tenant();
        signals.tell(TOPIC, tenant.toString());
        added.changed(tenant);
    }

    @Override
    public void destroy() {
        AddedAttributes.askNoMore(this);
    }
}
