package io.keyuan.engine.advice;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.web.FaultWords;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules of advice as they are told to whoever sets them up. */
@Component
class AdviceRuleJson {

    private final ObjectTypes types;
    private final AdviceMeaning meaning;
    private final FaultWords words;

    AdviceRuleJson(ObjectTypes types, AdviceMeaning meaning, FaultWords words) {
        this.types = types;
        this.meaning = meaning;
        this.words = words;
    }

    /**
     * @param id of the company's own, or the name of one that is shipped
     * @param version 0 of one that is shipped and left as it is
     * @param object on whose records' pages it is told, as in addresses
     * @param reason in the reader's language
     * @param action the same
     * @param errors why it says nothing; empty where it does
     */
    record Shown(
            String id, long version, String object, boolean shipped, boolean active, int weight, String reason, Map<String, String> reasons, String action,
            Map<String, String> actions, @Nullable String condition, @Nullable ShownPointing pointing, WrittenAdvice.Remedy remedy,
            List<Map<String, Object>> errors) {}

    /** @param object as in addresses; its name in code where it was erased */
    record ShownPointing(String object, String attribute, @Nullable String condition, boolean open) {}

    Shown shown(AdviceSetting setting) {
        var language = Caller.current().locale();
        WrittenAdvice written = setting.written();
        return new Shown(
                setting.name(), setting.version(), setting.type().path(), setting.shipped(), setting.active(), setting.weight(),
                Objects.requireNonNull(Languages.closest(language, written.reasons())), written.reasons(),
                Objects.requireNonNull(Languages.closest(language, written.actions())), written.actions(), written.condition(),
                shown(written.pointing()), written.remedy(), meaning.faults(setting).stream().map(fault -> words.of(fault, language)).toList());
    }

    private @Nullable ShownPointing shown(WrittenAdvice.@Nullable Pointing pointing) {
        if (pointing == null) {
            return null;
        }
        ObjectType object = types.byName(pointing.object());
        return new ShownPointing(object == null ? pointing.object() : object.path(), pointing.attribute(), pointing.condition(), pointing.open());
    }
}
