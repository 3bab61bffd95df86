package io.keyuan.engine.layout;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.api.Addressed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What holds of the attributes of a record by the rules of its object, as it is or as somebody is just writing it. */
@RestController
@RequestMapping("/api/v1/{object}")
class FormController {

    private final Addressed addressed;
    private final Records records;
    private final Access access;
    private final AttributeRules rules;

    FormController(Addressed addressed, Records records, Access access, AttributeRules rules) {
        this.addressed = addressed;
        this.records = records;
        this.access = access;
        this.rules = rules;
    }

    /**
     * What somebody has written so far.
     *
     * @param id of the record they change; null for a new one
     * @param values of attributes, as far as they are given
     */
    record Written(@Nullable String id, @Nullable Map<String, @Nullable Object> values) {}

    /** Names of the attributes of which it holds; those the caller does not see are not among them. */
    record Shown(List<String> required, List<String> readOnly, List<String> hidden) {}

    @PostMapping("/form")
    Shown written(@PathVariable String object, @RequestBody Written written) {
        ObjectType type = addressed.object(object);
        Map<String, @Nullable Object> values = written.values() == null ? new LinkedHashMap<>() : written.values();
        Draft draft = written.id() == null ? Draft.create(type, values) : Draft.update(type, addressed.id(written.id()), null, values);
        records.judge(new Batch(type, List.of(draft)));
        ProblemKind failure = draft.failure();
        if (failure == ProblemKind.FORBIDDEN || failure == ProblemKind.NOT_FOUND) {
            throw new Problem(failure, draft.faults(), Map.of());
        }
        return shown(type, rules.of(draft));
    }

    @GetMapping("/{id}/form")
    Shown stored(@PathVariable String object, @PathVariable String id) {
        ObjectType type = addressed.object(object);
        UUID record = addressed.id(id);
        records.get(type, record);
        return shown(type, rules.of(type, record));
    }

    private Shown shown(ObjectType type, AttributeRules.States states) {
        return new Shown(seen(type, states.required()), seen(type, states.readOnly()), seen(type, states.hidden()));
    }

    private List<String> seen(ObjectType type, Set<String> names) {
        return names.stream()
                .filter(name -> {
                    Attribute<?> attribute = type.find(name);
                    return attribute != null && access.maySee(attribute);
                })
                .sorted()
                .toList();
    }
}
