package io.keyuan.engine.advice;

import io.keyuan.engine.Advice;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.advice.WrittenAdvice.Kind;
import io.keyuan.engine.advice.WrittenAdvice.Pointing;
import io.keyuan.engine.advice.WrittenAdvice.Remedy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules of the definitions, which every company begins with. */
@Component
class ShippedAdvice {

    private final Messages messages;
    private final Map<String, AdviceSetting> byName = new LinkedHashMap<>();

    ShippedAdvice(ObjectTypes types, Messages messages) {
        this.messages = messages;
        types.defined().forEach(object -> object.advice().forEach(advice -> {
            Attribute<Ref> about = advice.about();
            ObjectType type = about == null ? object : Objects.requireNonNull(types.target(about));
            String name = object.name() + "." + advice.name();
            byName.put(name, new AdviceSetting(name, 0, type, true, true, advice.weight(), written(object, advice)));
        }));
    }

    List<AdviceSetting> all() {
        return List.copyOf(byName.values());
    }

    @Nullable AdviceSetting find(String name) {
        return byName.get(name);
    }

    private WrittenAdvice written(ObjectType object, Advice advice) {
        Attribute<Ref> about = advice.about();
        String words = object.name() + ".advice." + advice.name();
        return new WrittenAdvice(
                words(words), words(words + ".do"), advice.of(),
                about == null ? null : new Pointing(object.name(), about.name(), advice.when(), advice.open()), remedy(object, advice.remedy()));
    }

    private Map<String, String> words(String key) {
        Function<Locale, String> text = language -> messages.text(language, key);
        return Languages.all().stream().collect(Collectors.toMap(Locale::toLanguageTag, text));
    }

    private static Remedy remedy(ObjectType object, Advice.Remedy remedy) {
        return switch (remedy) {
            case Advice.Remedy.Fill fill -> new Remedy(Kind.FILL, fill.attribute().name(), null, Map.of());
            case Advice.Remedy.Run run -> new Remedy(Kind.RUN, null, path(object, run.command()), Map.of());
            case Advice.Remedy.Open any -> new Remedy(Kind.OPEN, null, null, Map.of());
            case Advice.Remedy.Make make -> new Remedy(Kind.MAKE, null, null, make.given());
        };
    }

    private static String path(ObjectType object, String command) {
        return object.commands().stream().filter(each -> each.name().equals(command)).findFirst().orElseThrow().path();
    }
}
