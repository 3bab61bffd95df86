package io.keyuan.engine.layout;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Layouts and rules of fields, by the addresses of their objects. */
@Component
class LayoutsInFiles extends ListedPart<ObjectType> {

    private static final String LAYOUTS = "layouts";
    private static final String ROLE = "role";

    private final LayoutController controller;
    private final LayoutSettings settings;
    private final ObjectTypes types;
    private final Portable portable;

    LayoutsInFiles(LayoutController controller, LayoutSettings settings, ObjectTypes types, Portable portable) {
        this.controller = controller;
        this.settings = settings;
        this.types = types;
        this.portable = portable;
    }

    @Override
    public String name() {
        return LAYOUTS;
    }

    @Override
    public Stage stage() {
        return Stage.FORMS;
    }

    @Override
    protected List<ObjectType> items() {
        return types.all().stream().filter(type -> type.isThere() && !settings.of(type).layouts().equals(ObjectLayouts.NONE)).toList();
    }

    @Override
    protected String key(ObjectType item) {
        return item.path();
    }

    @Override
    protected List<Map<String, Object>> contents(List<ObjectType> items) {
        return portable.out(items.stream().map(type -> controller.get(type.path())).toList(), "version", "own", "indispensable", "roles");
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        ObjectType type = types.byPath(key);
        long version = type == null ? 0 : settings.of(type).version();
        controller.replace(key, Portable.match(version), portable.body(body(content), LayoutsBody.class));
    }

    @Override
    protected void replace(ObjectType item, Map<String, Object> content) {
        create(item.path(), content);
    }

    /** A role is named by nothing but its id. */
    private Map<String, Object> body(Map<String, Object> content) {
        Map<String, Object> body = portable.in(content);
        body.computeIfPresent(LAYOUTS, (name, layouts) -> layouts instanceof List<?> list ? list.stream().map(LayoutsInFiles::layout).toList() : layouts);
        return body;
    }

    private static Object layout(Object layout) {
        if (!(layout instanceof Map<?, ?> said)) {
            return layout;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        said.forEach((name, value) -> body.put(String.valueOf(name), ROLE.equals(name) ? Map.of("id", Portable.bare(value)) : Objects.requireNonNull(value)));
        return body;
    }

    @Override
    protected void delete(ObjectType item) {
        create(item.path(), Map.of());
    }
}
