package io.keyuan.engine.choices;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceDependency;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.EditableChoiceLists;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.engine.Languages;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Signals;
import io.keyuan.engine.TenantSeed;
import io.keyuan.engine.choices.ChoiceTable.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Choices in their table, all of a tenant's read together and remembered until somebody changes them. */
@Component
class StoredChoices implements EditableChoiceLists, TenantSeed {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final String TOPIC = "choices";

    private final ChoiceTable table;
    private final ObjectTypes types;
    private final Signals signals;
    private final KnownOfTenant<Map<String, ChoiceList>> lists = new KnownOfTenant<>(KEPT);

    StoredChoices(ChoiceTable table, ObjectTypes types, Signals signals) {
        this.table = table;
        this.types = types;
        this.signals = signals;
        signals.listen(TOPIC, tenant -> lists.forget(UUID.fromString(tenant)), lists::forgetAll);
    }

    @Override
    public ChoiceList of(Attribute<?> attribute) {
        return lists.get(Caller.current().tenant(), this::read).getOrDefault(attribute.toString(), ChoiceList.EMPTY);
    }

    @Override
    @Transactional
    public Choice add(Attribute<?> attribute, String label) {
        return add(attribute, label, null, null, false);
    }

    @Override
    @Transactional
    public Choice add(Attribute<?> attribute, String label, @Nullable String colour, boolean initial) {
        return add(attribute, label, colour, null, initial);
    }

    /** @param meaning null where the choices of the attribute have none */
    @Transactional
    public Choice add(Attribute<?> attribute, String label, @Nullable String colour, @Nullable Enum<?> meaning) {
        return add(attribute, label, colour, meaning, false);
    }

    private Choice add(Attribute<?> attribute, String label, @Nullable String colour, @Nullable Enum<?> meaning, boolean initial) {
        table.begin(attribute);
        List<Stored> before = table.of(attribute);
        String code = ChoiceCode.of(label, before.stream().map(Stored::code).collect(Collectors.toSet()));
        Map<String, String> labels = Map.of(Languages.closest(Caller.current().locale()).toLanguageTag(), label);
        table.append(attribute, new Stored(code, meaning == null ? null : ChoiceType.code(meaning), labels, colour, true, initial, null), before.size());
        forget();
        return new Choice(code, meaning);
    }

    void forget() {
        UUID tenant = Caller.current().tenant();
        signals.tell(TOPIC, tenant.toString());
        lists.changed(tenant);
    }

    private Map<String, ChoiceList> read() {
        Map<String, ChoiceDependency> dependencies = table.dependencies();
        return table.all().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> list(entry.getKey(), entry.getValue(), dependencies.get(entry.getKey()))));
    }

    private ChoiceList list(String name, List<Stored> choices, @Nullable ChoiceDependency dependency) {
        String[] path = name.split("\\.", 2);
        var type = types.byName(path[0]);
        Attribute<?> attribute = type == null ? null : type.find(path[1]);
        // What it went by may have been removed since, and then restricts nothing.
        boolean there = type != null && dependency != null && type.find(dependency.attribute()) != null;
        return new ChoiceList(choices.stream().map(choice -> item(attribute, choice)).toList(), there ? dependency : null);
    }

    static ChoiceList.Item item(@Nullable Attribute<?> attribute, Stored choice) {
        Enum<?> meaning = attribute != null && attribute.type() instanceof ChoiceType type ? type.meaning(choice.meaning()) : null;
        return new ChoiceList.Item(choice.code(), meaning, choice.labels(), choice.colour(), choice.active(), choice.initial(), choice.chance());
    }

    @Override
    public void seed(UUID tenant) {
        table.insert(types.defined().stream()
                .flatMap(type -> type.attributes().stream())
                .flatMap(attribute -> ChoiceTable.placed(attribute, ChoiceList.first(attribute).items().stream().map(Stored::of).toList()).stream())
                .toList());
    }
}
