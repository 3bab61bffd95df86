package io.keyuan.engine.attribute;

import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The objects a company has defined, by their addresses. */
@Component
class ObjectsInFiles extends ListedPart<ObjectTable.Written> {

    private static final String STAGES = "stages";

    private final ObjectController controller;
    private final ObjectStore store;
    private final ObjectTypes types;
    private final ChoiceLists choices;
    private final Portable portable;

    ObjectsInFiles(ObjectController controller, ObjectStore store, ObjectTypes types, ChoiceLists choices, Portable portable) {
        this.controller = controller;
        this.store = store;
        this.types = types;
        this.choices = choices;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "objects";
    }

    @Override
    public Stage stage() {
        return Stage.OBJECTS;
    }

    @Override
    protected List<ObjectTable.Written> items() {
        return store.all().stream().filter(written -> written.definition().removedAt() == null).toList();
    }

    @Override
    protected String key(ObjectTable.Written item) {
        return item.definition().path();
    }

    @Override
    protected List<Map<String, Object>> contents(List<ObjectTable.Written> items) {
        List<Map<String, Object>> contents = portable.out(
                items.stream().map(ObjectController.Shown::of).toList(),
                "path", "version", "label", "plural", "place", "staged", "removedAt", "keptUntil");
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).definition().staged()) {
                contents.get(i).put(STAGES, stages(items.get(i)));
            }
        }
        return contents;
    }

    /** So many as an object may begin with, by their codes; all there are, and what they are called, is said with the choices. */
    private List<String> stages(ObjectTable.Written item) {
        ObjectType type = Objects.requireNonNull(types.byName(item.definition().name()));
        return choices.of(Objects.requireNonNull(type.board())).items().stream().map(ChoiceList.Item::code).limit(ObjectForm.MOST_STAGES).toList();
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        ObjectTable.Written removed = store.find(key);
        if (removed != null) {
            controller.restore(key);
            replace(Objects.requireNonNull(store.find(key)), content);
        } else {
            Map<String, Object> body = new LinkedHashMap<>(content);
            body.put("path", key);
            controller.create(portable.body(body, ObjectForm.Body.class));
        }
    }

    @Override
    protected void replace(ObjectTable.Written item, Map<String, Object> content) {
        Map<String, Object> body = new LinkedHashMap<>(content);
        body.remove(STAGES);
        controller.change(item.definition().path(), Portable.match(item.version()), portable.body(body, ObjectForm.Body.class));
    }

    @Override
    protected void delete(ObjectTable.Written item) {
        controller.remove(item.definition().path());
    }
}
