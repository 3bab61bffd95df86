package io.keyuan.engine.duplicates;

import io.keyuan.engine.ConfigurationPart;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.configuration.Portable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/** What whoever saves a record like another is told, by objects. */
@Component
class DuplicatesInFiles implements ConfigurationPart {

    private final DuplicateController controller;
    private final SavingRules rules;
    private final ObjectTypes types;
    private final Portable portable;

    DuplicatesInFiles(DuplicateController controller, SavingRules rules, ObjectTypes types, Portable portable) {
        this.controller = controller;
        this.rules = rules;
        this.types = types;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public Stage stage() {
        return Stage.FORMS;
    }

    @Override
    public SequencedMap<String, Map<String, Object>> read() {
        SequencedMap<String, Map<String, Object>> read = new LinkedHashMap<>();
        types.all().stream()
                .filter(type -> type.sameness() != null)
                .sorted(java.util.Comparator.comparing(ObjectType::path))
                .forEach(type -> read.put(type.path(), Map.of("onSave", rules.of(type).code())));
        return read;
    }

    @Override
    public void write(String key, Map<String, Object> content) {
        controller.rule(key, portable.body(content, DuplicateController.Rule.class));
    }

    @Override
    public void remove(String key) {
        throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("always-there"));
    }
}
