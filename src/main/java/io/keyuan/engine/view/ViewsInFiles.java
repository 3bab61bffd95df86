package io.keyuan.engine.view;

import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Views that are shared: for everybody, for some, or as what people with a role begin with. Whoever applies the file keeps new ones. */
@Component
class ViewsInFiles extends ListedPart<ViewController.Shown> {

    private final ViewController controller;
    private final Portable portable;

    ViewsInFiles(ViewController controller, Portable portable) {
        this.controller = controller;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "views";
    }

    @Override
    public Stage stage() {
        return Stage.LISTS;
    }

    @Override
    protected List<ViewController.Shown> items() {
        return controller.shared();
    }

    @Override
    protected String key(ViewController.Shown item) {
        return item.object() + ": " + item.name();
    }

    @Override
    protected List<Map<String, Object>> contents(List<ViewController.Shown> items) {
        return portable.out(items, "id", "version", "owner", "mayChange");
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        controller.create(input(content));
    }

    @Override
    protected void replace(ViewController.Shown item, Map<String, Object> content) {
        controller.replace(item.id().toString(), Portable.match(item.version()), input(content));
    }

    private ViewInput input(Map<String, Object> content) {
        Map<String, Object> input = portable.in(content);
        input.computeIfPresent("sharedWith", (name, some) -> Portable.ids(some));
        input.computeIfPresent("firstFor", (name, some) -> Portable.ids(some));
        return portable.body(input, ViewInput.class);
    }

    @Override
    protected void delete(ViewController.Shown item) {
        controller.delete(item.id().toString());
    }
}
