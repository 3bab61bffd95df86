package io.keyuan.engine.attribute;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeDefinition;
import io.keyuan.engine.AttributeKind;
import io.keyuan.engine.Calculation;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.Said;
import io.keyuan.engine.calculation.CalculationForm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody wants an attribute to be. */
@Component
class AttributeForm {

    private static final int LONGEST_CHOICE = 100;
    private static final int MOST_CHOICES = 200;

    private final DefinitionStore store;
    private final ObjectTypes types;
    private final Access access;
    private final CalculationForm calculations;

    AttributeForm(DefinitionStore store, ObjectTypes types, Access access, CalculationForm calculations) {
        this.store = store;
        this.types = types;
        this.access = access;
        this.calculations = calculations;
    }

    /**
     * As it is sent. In a change, what is null stays as it is.
     *
     * @param label in the language of whoever sends it
     * @param labels by the tag of the language
     * @param reference as in addresses
     * @param choices what people call the choices it begins with
     * @param formula an expression of whose values it is; null where people write them
     * @param rollUp the records of whose values it is; null where people write them
     */
    record Body(
            @Nullable String name, @Nullable String label, @Nullable Map<String, @Nullable String> labels, @Nullable String type,
            @Nullable String reference, @Nullable Boolean required, @Nullable Boolean filterable, @Nullable Boolean searchable,
            @Nullable Boolean sensitive, @Nullable Integer place, @Nullable List<@Nullable String> choices,
            @Nullable String formula, CalculationForm.@Nullable RollUp rollUp) {}

    /** What is to be added, with the labels of the choices it begins with. */
    record New(AttributeDefinition definition, Set<String> choices) {}

    /** @throws Problem with everything that is wrong */
    New read(ObjectType type, Body body) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> labels = labels(Map.of(), body, faults);
        boolean calculated = body.formula() != null || body.rollUp() != null;
        AttributeKind asked = AttributeKind.of(body.type());
        if (asked == null && (body.type() != null || !calculated)) {
            faults.add(Fault.at("type", body.type() == null ? "required" : "unknown-attribute-type"));
        }
        CalculationForm.Understood understood = calculations.read(type, asked, body.formula(), body.rollUp(), faults);
        AttributeKind kind = understood == null ? asked : understood.kind();
        ObjectType target = kind == AttributeKind.REFERENCE ? target(body.reference(), faults) : null;
        if (kind != null && !kind.isOfParts() && type.parent() != null) {
            faults.add(Fault.at("type", "not-of-parts"));
        }
        boolean searchable = Boolean.TRUE.equals(body.searchable());
        if (searchable && (calculated || kind != null && !kind.isWords())) {
            faults.add(Fault.at("searchable", "not-searchable"));
        }
        Set<String> choices = choices(kind, body.choices(), faults);
        String name = name(type, body.name(), labels, faults);
        Said.refuse(faults);
        boolean filterable = kind == AttributeKind.REFERENCE || calculated || !Boolean.FALSE.equals(body.filterable());
        return new New(
                new AttributeDefinition(
                        Ids.next(), type.name(), name, 0, Objects.requireNonNull(kind), labels, target == null ? null : target.name(),
                        Boolean.TRUE.equals(body.required()) && !calculated, filterable, isIndexed(kind, filterable) && !calculated, searchable,
                        Boolean.TRUE.equals(body.sensitive()), 0, understood == null ? null : understood.calculation(), null),
                choices);
    }

    /** @throws Problem with everything that is wrong */
    AttributeDefinition read(AttributeDefinition before, Body body) {
        List<Fault> faults = new ArrayList<>();
        Said.refuseFixed("name", body.name(), before.name(), faults);
        Said.refuseFixed("type", body.type(), before.kind().code(), faults);
        Said.refuseFixed("searchable", body.searchable(), before.searchable(), faults);
        Said.refuseFixed("reference", body.reference(), before.target() == null ? null : Objects.requireNonNull(types.byName(before.target())).path(), faults);
        Said.refuseFixed("choices", body.choices(), null, faults);
        Map<String, String> labels = labels(before.labels(), body, faults);
        Calculation calculation = calculation(before, body, faults);
        boolean anew = !Objects.equals(calculation, before.calculation());
        Said.refuse(faults);
        boolean filterable = calculation != null || before.kind() == AttributeKind.REFERENCE || (body.filterable() == null ? before.filterable() : body.filterable());
        return new AttributeDefinition(
                before.id(), before.object(), before.name(), before.slot(), before.kind(), labels, before.target(),
                body.required() == null || calculation != null ? before.required() : body.required(),
                filterable,
                !anew && (filterable == before.filterable() ? before.indexed() : isIndexed(before.kind(), filterable)),
                before.searchable(),
                body.sensitive() == null ? before.sensitive() : body.sensitive(),
                body.place() == null ? before.place() : body.place(),
                calculation,
                before.removedAt());
    }

    /** Something else may be calculated, but nothing of another type. */
    private @Nullable Calculation calculation(AttributeDefinition before, Body body, List<Fault> faults) {
        if (body.formula() == null && body.rollUp() == null) {
            return before.calculation();
        }
        ObjectType type = Objects.requireNonNull(types.byName(before.object()));
        Attribute<?> attribute = type.find(before.name());
        if (before.calculation() == null || attribute == null || (body.formula() != null) != (before.calculation() instanceof Calculation.Formula)) {
            faults.add(Fault.at(body.formula() != null ? "formula" : "rollUp", "not-writable"));
            return before.calculation();
        }
        var understood = calculations.read(type, body.formula() != null ? before.kind() : null, body.formula(), body.rollUp(), faults);
        if (understood == null) {
            return before.calculation();
        }
        if (understood.kind() != before.kind()) {
            faults.add(Fault.at("rollUp.attribute", "formula-of-other-type"));
        } else {
            calculations.requireNoCircle(attribute, understood.calculation(), faults);
        }
        return understood.calculation();
    }

    /** Where nothing is looked up, nothing has to be put there first. */
    private static Map<String, String> labels(Map<String, String> before, Body body, List<Fault> faults) {
        Map<String, String> labels = Said.words("label", Said.LONGEST_WORD, before, body.label(), body.labels(), faults);
        if (labels.isEmpty()) {
            faults.add(Fault.at("label", "required"));
        }
        return labels;
    }

    private static boolean isIndexed(AttributeKind kind, boolean filterable) {
        return filterable && kind.index() == null;
    }

    private @Nullable ObjectType target(@Nullable String path, List<Fault> faults) {
        ObjectType target = path == null ? null : types.byPath(path);
        boolean known = target != null && !target.can(Capability.HIDDEN) && target.parent() == null && access.may(Right.READ, target);
        if (!known) {
            faults.add(Fault.at("reference", path == null ? "required" : "unknown-object"));
        }
        return known ? target : null;
    }

    private String name(ObjectType type, @Nullable String given, Map<String, String> labels, List<Fault> faults) {
        if (given == null || given.isBlank()) {
            String label = labels.getOrDefault("en", labels.values().stream().findFirst().orElse(""));
            return AttributeName.of(label, name -> store.isTaken(type, name));
        }
        if (!AttributeName.isOne(given)) {
            faults.add(Fault.at("name", "bad-attribute-name"));
        } else if (store.isTaken(type, given)) {
            faults.add(Fault.at("name", "attribute-name-taken"));
        }
        return given;
    }

    private static Set<String> choices(@Nullable AttributeKind kind, @Nullable List<@Nullable String> given, List<Fault> faults) {
        Set<String> choices = new LinkedHashSet<>();
        if (given == null) {
            return choices;
        }
        if (kind != null && !kind.isOfChoices()) {
            faults.add(Fault.at("choices", "no-choices"));
        }
        if (given.size() > MOST_CHOICES) {
            faults.add(Fault.at("choices", "too-many", MOST_CHOICES));
            return choices;
        }
        for (int i = 0; i < given.size(); i++) {
            String label = Said.text("choices[" + i + "]", given.get(i), LONGEST_CHOICE, faults);
            if (!label.isEmpty()) {
                choices.add(label);
            }
        }
        return choices;
    }
}
