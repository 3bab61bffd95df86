package io.keyuan.engine.choices;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.EditableChoiceLists;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Option;
import io.keyuan.engine.Signals;
import io.keyuan.engine.TenantSeed;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Choices in their table, all of a tenant's read together and remembered until somebody changes them. */
@Component
class StoredChoices implements EditableChoiceLists, TenantSeed {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final String TOPIC = "choices";
    private static final Field<UUID> TENANT = field(name("tenant_id"), SQLDataType.UUID);
    private static final Field<String> ATTRIBUTE = field(name("attribute"), SQLDataType.CLOB);
    private static final Field<String> CODE = field(name("code"), SQLDataType.CLOB);
    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);
    private static final Field<String> MEANING = field(name("meaning"), SQLDataType.CLOB);
    private static final Field<String> LABEL = field(name("label"), SQLDataType.CLOB);
    private static final Field<String> COLOUR = field(name("colour"), SQLDataType.CLOB);
    private static final Field<Boolean> ACTIVE = field(name("active"), SQLDataType.BOOLEAN);

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Signals signals;
    private final Cache<UUID, Map<String, ChoiceList>> lists = Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    StoredChoices(DSLContext sql, ObjectTypes types, Signals signals) {
        this.sql = sql;
        this.types = types;
        this.signals = signals;
        signals.listen(TOPIC, tenant -> lists.invalidate(UUID.fromString(tenant)), lists::invalidateAll);
    }

    @Override
    public ChoiceList of(Attribute<?> attribute) {
        return lists.get(Caller.current().tenant(), tenant -> read()).getOrDefault(attribute.toString(), ChoiceList.EMPTY);
    }

    @Override
    public Choice add(Attribute<?> attribute, String label) {
        return add(attribute, label, null);
    }

    @Override
    public Choice add(Attribute<?> attribute, String label, @Nullable String colour) {
        ChoiceList list = of(attribute);
        String code = ChoiceCode.of(label, list);
        int place = list.items().size();
        sql.insertInto(table(name("choice")))
                .columns(TENANT, ATTRIBUTE, CODE, PLACE, LABEL, COLOUR)
                .values(Caller.current().tenant(), attribute.toString(), code, place, label, colour)
                .onConflictDoNothing()
                .execute();
        forget(Caller.current().tenant());
        return Choice.of(code);
    }

    /** Now, and once more when others can see it or never will: what is read until then is only half of the truth. */
    private void forget(UUID tenant) {
        signals.tell(TOPIC, tenant.toString());
        lists.invalidate(tenant);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    lists.invalidate(tenant);
                }
            });
        }
    }

    private Map<String, ChoiceList> read() {
        Map<String, List<ChoiceList.Item>> items = new HashMap<>();
        sql.select(ATTRIBUTE, CODE, MEANING, LABEL, COLOUR, ACTIVE)
                .from(Tables.of("choice", "choice"))
                .where(Tables.ofTenant("choice"))
                .orderBy(ATTRIBUTE, PLACE, CODE)
                .forEach(row -> items.computeIfAbsent(row.get(ATTRIBUTE), any -> new ArrayList<>()).add(item(row)));
        return items.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> new ChoiceList(entry.getValue())));
    }

    private ChoiceList.Item item(Record row) {
        return new ChoiceList.Item(row.get(CODE), meaning(row), row.get(LABEL), row.get(COLOUR), row.get(ACTIVE));
    }

    private @Nullable Enum<?> meaning(Record row) {
        String[] path = row.get(ATTRIBUTE).split("\\.", 2);
        var type = types.byName(path[0]);
        Attribute<?> attribute = type == null ? null : type.find(path[1]);
        return attribute != null && attribute.type() instanceof ChoiceType choice ? choice.meaning(row.get(MEANING)) : null;
    }

    @Override
    public void seed(UUID tenant) {
        var insert = sql.insertInto(table(name("choice"))).columns(TENANT, ATTRIBUTE, CODE, PLACE, MEANING, COLOUR);
        for (var type : types.defined()) {
            for (Attribute<?> attribute : type.attributes()) {
                int place = 0;
                for (Option option : attribute.type().options()) {
                    insert = insert.values(tenant, attribute.toString(), option.code(), place++, meaning(option), option.colour());
                }
            }
        }
        insert.onConflictDoNothing().execute();
    }

    private static @Nullable String meaning(Option option) {
        return option.meaning() == null ? null : ChoiceType.code(option.meaning());
    }
}
