package io.keyuan.engine.advice;

import io.keyuan.engine.Languages;
import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Rules of advice: a company's own by their objects and reasons, and of those that are shipped the ones it has changed, by their names. */
@Component
class AdviceInFiles extends ListedPart<AdviceSetting> {

    private final AdviceRuleController controller;
    private final ShippedAdvice shipped;
    private final AdviceRuleJson json;
    private final Portable portable;

    AdviceInFiles(AdviceRuleController controller, ShippedAdvice shipped, AdviceRuleJson json, Portable portable) {
        this.controller = controller;
        this.shipped = shipped;
        this.json = json;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "advice";
    }

    @Override
    public Stage stage() {
        return Stage.RULES;
    }

    @Override
    protected List<AdviceSetting> items() {
        return controller.all().stream()
                .filter(rule -> rule.version() > 0)
                .sorted(Comparator.comparing(this::key).thenComparing(Comparator.comparingInt(AdviceSetting::weight).reversed()).thenComparing(AdviceSetting::name))
                .toList();
    }

    @Override
    protected String key(AdviceSetting item) {
        return item.shipped() ? item.name() : item.type().path() + ": " + title(item);
    }

    /** The same whoever asks: in English where it is said in English. */
    static String title(AdviceSetting rule) {
        return Objects.requireNonNull(Languages.closest(Languages.ENGLISH, rule.written().reasons()));
    }

    @Override
    protected List<Map<String, Object>> contents(List<AdviceSetting> items) {
        return items.stream().map(this::content).toList();
    }

    private Map<String, Object> content(AdviceSetting item) {
        return item.shipped()
                ? Map.of("active", item.active(), "weight", item.weight())
                : portable.out(List.of(json.shown(item)), "id", "version", "shipped", "reason", "action", "errors").getFirst();
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        if (shipped.find(key) == null) {
            controller.create(body(content));
        } else {
            controller.replace(key, Portable.match(0), body(content));
        }
    }

    @Override
    protected void replace(AdviceSetting item, Map<String, Object> content) {
        controller.replace(item.name(), Portable.match(item.version()), body(content));
    }

    private AdviceRuleBody body(Map<String, Object> content) {
        return portable.body(content, AdviceRuleBody.class);
    }

    @Override
    protected void delete(AdviceSetting item) {
        controller.delete(item.name());
    }
}
