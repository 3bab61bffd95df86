package io.keyuan.engine.attribute;

import io.keyuan.engine.AttributeDefinition;
import io.keyuan.engine.Calculation;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.attribute.DefinitionTable.Written;
import io.keyuan.engine.calculation.CalculationForm;
import io.keyuan.engine.calculation.Recalculation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Definitions as whoever sets them up reads them. */
@Component
class AttributeJson {

    private final ObjectTypes types;
    private final CalculationForm calculations;
    private final Recalculation recalculation;

    AttributeJson(ObjectTypes types, CalculationForm calculations, Recalculation recalculation) {
        this.types = types;
        this.calculations = calculations;
        this.recalculation = recalculation;
    }

    /**
     * As answers show it.
     *
     * @param label in the caller's language
     * @param ready whether every record has its value, and lists can be filtered by it quickly
     * @param removedAt when it was taken away; null where it is there
     * @param keptUntil until when it can be brought back; null where it is there
     */
    record Shown(
            String name, long version, String label, Map<String, String> labels, String type, @Nullable String reference, boolean required,
            boolean filterable, boolean ready, boolean searchable, boolean sensitive, int place, @Nullable String formula,
            CalculationForm.@Nullable RollUp rollUp, @Nullable Instant removedAt,
            @Nullable Instant keptUntil) {}

    /** All of an object. */
    List<Shown> all(ObjectType type, List<Written> written) {
        Set<String> unsettled = recalculation.unsettled(type);
        return written.stream().map(each -> of(each, !unsettled.contains(each.definition().name()))).toList();
    }

    Shown of(Written written) {
        ObjectType type = Objects.requireNonNull(types.byName(written.definition().object()));
        return of(written, !recalculation.unsettled(type).contains(written.definition().name()));
    }

    private Shown of(Written written, boolean settled) {
        AttributeDefinition definition = written.definition();
        ObjectType target = definition.target() == null ? null : types.byName(definition.target());
        Instant removed = definition.removedAt();
        return new Shown(
                definition.name(), written.version(), definition.label(Languages.closest(Caller.current().locale())), definition.labels(),
                definition.kind().code(), target == null ? null : target.path(), definition.required(), definition.filterable(),
                definition.indexed() && settled, definition.searchable(), definition.sensitive(), definition.place(),
                definition.calculation() instanceof Calculation.Formula formula ? formula.text() : null, calculations.shown(definition), removed,
                removed == null ? null : removed.plus(AttributeUpkeep.KEPT));
    }
}
