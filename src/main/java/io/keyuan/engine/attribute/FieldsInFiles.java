package io.keyuan.engine.attribute;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.attribute.DefinitionTable.Written;
import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The attributes a company has added, by the object's address and their name. */
@Component
class FieldsInFiles extends ListedPart<Written> {

    private final AttributeController controller;
    private final DefinitionStore store;
    private final AttributeJson json;
    private final ObjectTypes types;
    private final Portable portable;

    FieldsInFiles(AttributeController controller, DefinitionStore store, AttributeJson json, ObjectTypes types, Portable portable) {
        this.controller = controller;
        this.store = store;
        this.json = json;
        this.types = types;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "fields";
    }

    @Override
    public Stage stage() {
        return Stage.FIELDS;
    }

    @Override
    protected List<Written> items() {
        return store.all().stream().filter(written -> written.definition().removedAt() == null && types.byName(written.definition().object()) != null).toList();
    }

    @Override
    protected String key(Written item) {
        return type(item).path() + "." + item.definition().name();
    }

    private ObjectType type(Written item) {
        return Objects.requireNonNull(types.byName(item.definition().object()));
    }

    @Override
    protected List<Map<String, Object>> contents(List<Written> items) {
        List<Map<String, Object>> contents = portable.out(
                items.stream().map(json::of).toList(), "name", "version", "label", "ready", "place", "removedAt", "keptUntil");
        // Of which type it is follows from what is taken together.
        contents.stream().filter(content -> content.containsKey("rollUp")).forEach(content -> content.remove("type"));
        return contents;
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        int dot = key.indexOf('.');
        ObjectType type = dot < 0 ? null : types.byPath(key.substring(0, dot));
        if (type == null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("unknown-object"));
        }
        String name = key.substring(dot + 1);
        Written removed = store.find(type, name);
        if (removed != null) {
            controller.restore(type.path(), name);
            replace(Objects.requireNonNull(store.find(type, name)), content);
        } else {
            Map<String, Object> body = new LinkedHashMap<>(content);
            body.put("name", name);
            controller.create(type.path(), portable.body(body, AttributeForm.Body.class));
        }
    }

    @Override
    protected void replace(Written item, Map<String, Object> content) {
        controller.change(
                type(item).path(), item.definition().name(), Portable.match(item.version()), portable.body(content, AttributeForm.Body.class));
    }

    @Override
    protected void delete(Written item) {
        controller.remove(type(item).path(), item.definition().name());
    }
}
