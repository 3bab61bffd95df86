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
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What each company has added to each object, all of a company's read together and remembered until somebody changes it. */
@Component
class KnownDefinitions implements AddedAttributes.Source, DisposableBean {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final String TOPIC = "attributes";

    private final DSLContext sql;
    private final DefinitionTable table;
    private final ObjectTypes types;
    private final Signals signals;
    private final KnownOfTenant<Map<ObjectType, Shape>> shapes = new KnownOfTenant<>(KEPT);

    KnownDefinitions(DSLContext sql, DefinitionTable table, ObjectTypes types, Signals signals) {
        this.sql = sql;
        this.table = table;
        this.types = types;
        this.signals = signals;
        signals.listen(TOPIC, tenant -> shapes.forget(UUID.fromString(tenant)), shapes::forgetAll);
        AddedAttributes.ask(this);
    }

    @Override
    public @Nullable Shape of(UUID tenant, ObjectType type) {
        return shapes.get(tenant, this::read).get(type);
    }

    @Override
    public @Nullable Object state(UUID tenant) {
        Map<ObjectType, Shape> known = shapes.get(tenant, this::read);
        return known.isEmpty() ? null : known;
    }

    private Map<ObjectType, Shape> read() {
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
            ObjectType type = types.byName(object);
            if (type != null) {
                shapes.put(type, type.defined().with(definitions.stream().<Attribute<?>>map(each -> attribute(type, each)).toList()));
            }
        });
        return shapes;
    }

    /** The attribute that a definition describes. */
    Attribute<?> attribute(ObjectType type, AttributeDefinition definition) {
        return definition.attribute(type, definition.target() == null ? null : Objects.requireNonNull(types.byName(definition.target())));
    }

    /** Now, and once more when others can see it or never will: what is read until then is only half of the truth. */
    void changed() {
        UUID tenant = Caller.current().tenant();
        signals.tell(TOPIC, tenant.toString());
        shapes.forget(tenant);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    shapes.forget(tenant);
                }
            });
        }
    }

    @Override
    public void destroy() {
        AddedAttributes.askNoMore(this);
    }
}
