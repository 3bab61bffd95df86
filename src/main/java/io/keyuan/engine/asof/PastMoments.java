package io.keyuan.engine.asof;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.RollUp;
import io.keyuan.engine.query.VisibilityCondition;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives the records of a moment. */
@Component
public class PastMoments {

    private final PastStates past;
    private final VisibilityCondition visibility;
    private final JsonMapper json;
    private final Map<Attribute<?>, RollUp> figures;
    private final Set<Attribute<?>> kept;

    PastMoments(PastStates past, VisibilityCondition visibility, JsonMapper json, ObjectTypes types) {
        this.past = past;
        this.visibility = visibility;
        this.json = json;
        figures = types.defined().stream()
                .flatMap(type -> type.rollUps().stream())
                .collect(Collectors.toMap(rollUp -> rollUp.target().get(), Function.identity()));
        Stream<Attribute<?>> owners = types.defined().stream().map(ObjectType::hanging).flatMap(Stream::ofNullable).map(ObjectType.Hanging::owner);
        kept = Stream.concat(figures.keySet().stream(), owners).collect(Collectors.toSet());
    }

    public RecordsThen at(Instant moment) {
        return new RecordsThen(moment, past, visibility, json, kept);
    }

    /** The roll-up that keeps an attribute; empty where none does. */
    Optional<RollUp> rollUp(Attribute<?> attribute) {
        return Optional.ofNullable(figures.get(attribute));
    }
}
