package io.keyuan.engine.choices;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ChoiceDependency;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.choices.ChoiceTable.Stored;
import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of choices that are not as they came, by the object's address and the attribute's name. */
@Component
class ChoicesInFiles extends ListedPart<Attribute<?>> {

    private static final String CHOICES = "choices";
    private static final String DEPENDS_ON = "dependsOn";

    private final ChoiceListController controller;
    private final ChoiceSettings settings;
    private final ChoiceTable table;
    private final ObjectTypes types;
    private final Portable portable;

    ChoicesInFiles(ChoiceListController controller, ChoiceSettings settings, ChoiceTable table, ObjectTypes types, Portable portable) {
        this.controller = controller;
        this.settings = settings;
        this.table = table;
        this.types = types;
        this.portable = portable;
    }

    @Override
    public String name() {
        return CHOICES;
    }

    @Override
    public Stage stage() {
        return Stage.CHOICES;
    }

    @Override
    protected List<Attribute<?>> items() {
        Map<String, List<Stored>> all = table.all();
        Map<String, ChoiceDependency> dependencies = table.dependencies();
        List<Attribute<?>> settled = new ArrayList<>();
        types.all().stream()
                .filter(type -> type.isThere() && !type.can(Capability.HIDDEN))
                .flatMap(type -> type.attributes().stream())
                .filter(attribute -> attribute.type().isOfChoices() && attribute.isWritable())
                .filter(attribute -> dependencies.containsKey(attribute.toString())
                        || !all.getOrDefault(attribute.toString(), List.of()).equals(first(attribute)))
                .forEach(settled::add);
        return settled;
    }

    private static List<Stored> first(Attribute<?> attribute) {
        return ChoiceList.first(attribute).items().stream().map(Stored::of).toList();
    }

    @Override
    protected String key(Attribute<?> item) {
        return item.object().path() + "." + item.name();
    }

    @Override
    protected List<Map<String, Object>> contents(List<Attribute<?>> items) {
        Map<String, List<Stored>> all = table.all();
        Map<String, ChoiceDependency> dependencies = table.dependencies();
        return items.stream().map(attribute -> {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put(CHOICES, lines(all.getOrDefault(attribute.toString(), List.of())));
            ChoiceDependency dependency = dependencies.get(attribute.toString());
            if (dependency != null) {
                content.put(DEPENDS_ON, portable.out(List.of(ChoiceListController.Dependency.of(dependency))).getFirst());
            }
            return content;
        }).toList();
    }

    /** What goes without saying is not said. */
    private List<Map<String, Object>> lines(List<Stored> choices) {
        List<Map<String, Object>> lines = portable.out(choices.stream().map(ChoiceSettings::line).toList());
        lines.forEach(line -> {
            line.remove("active", true);
            line.remove("initial", false);
            line.remove("labels", Map.of());
        });
        return lines;
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        put(key, content);
    }

    @Override
    protected void replace(Attribute<?> item, Map<String, Object> content) {
        put(key(item), content);
    }

    private void put(String id, Map<String, Object> content) {
        Content wanted = portable.body(content, Content.class);
        Attribute<?> attribute = controller.attribute(id);
        ChoiceSettings.Settings before = settings.read(attribute);
        controller.replace(id, Portable.match(before.version()), new ChoiceListController.Input(wanted.choices()));
        ChoiceListController.Dependency dependency = wanted.dependsOn() == null ? new ChoiceListController.Dependency(null, null) : wanted.dependsOn();
        if (!Objects.equals(before.dependency(), dependency.said())) {
            controller.depend(id, Portable.match(settings.read(attribute).version()), dependency);
        }
    }

    record Content(
            @Nullable List<ChoiceListController.@Nullable LineInput> choices, ChoiceListController.@Nullable Dependency dependsOn) {}

    /** As it came. */
    @Override
    protected void delete(Attribute<?> item) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(CHOICES, lines(first(item)));
        put(key(item), content);
    }
}
