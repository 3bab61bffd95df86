package io.keyuan.engine.numbering;

import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How records get their numbers, by the addresses of their objects. Where a series stands is every installation's own. */
@Component
class NumberingInFiles extends ListedPart<NumberingController.Shown> {

    private final NumberingController controller;
    private final Portable portable;

    NumberingInFiles(NumberingController controller, Portable portable) {
        this.controller = controller;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "numbering";
    }

    @Override
    public Stage stage() {
        return Stage.NUMBERS;
    }

    @Override
    protected List<NumberingController.Shown> items() {
        return all().stream().filter(NumberingController.Shown::active).toList();
    }

    private List<NumberingController.Shown> all() {
        return controller.list().getOrDefault("items", List.of());
    }

    @Override
    protected String key(NumberingController.Shown item) {
        return item.object();
    }

    @Override
    protected List<Map<String, Object>> contents(List<NumberingController.Shown> items) {
        return portable.out(items, "object", "label", "attribute", "version", "active", "next", "preview");
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        put(key, content, true);
    }

    @Override
    protected void replace(NumberingController.Shown item, Map<String, Object> content) {
        put(item.object(), content, true);
    }

    private void put(String object, Map<String, Object> content, boolean active) {
        Map<String, Object> input = new LinkedHashMap<>(content);
        input.put("object", object);
        input.put("active", active);
        long version = all().stream().filter(each -> each.object().equals(object)).mapToLong(NumberingController.Shown::version).findFirst().orElse(0);
        controller.replace(Portable.match(version), portable.body(input, NumberingController.Input.class));
    }

    @Override
    protected void delete(NumberingController.Shown item) {
        put(item.object(), contents(List.of(item)).getFirst(), false);
    }
}
