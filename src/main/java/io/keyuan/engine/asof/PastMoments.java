package io.keyuan.engine.asof;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.RollUp;
import io.keyuan.engine.query.VisibilityCondition;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
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
    private final ObjectTypes types;

    PastMoments(PastStates past, VisibilityCondition visibility, JsonMapper json, ObjectTypes types) {
        this.past = past;
        this.visibility = visibility;
        this.json = json;
        this.types = types;
    }

    public RecordsThen at(Instant moment) {
        return new RecordsThen(moment, past, visibility, json, kept());
    }

    private Set<Attribute<?>> kept() {
        Stream<Attribute<?>> figures = types.all().stream().flatMap(type -> type.rollUps().stream()).map(RollUp::target).map(target -> target.get());
        Stream<Attribute<?>> owners = types.all().stream().map(ObjectType::hanging).flatMap(Stream::ofNullable).map(ObjectType.Hanging::owner);
        return Stream.concat(figures, owners).collect(Collectors.toSet());
    }

    /** Whether changes of an attribute are written down, and not only those of the records that decide it. */
    public boolean keepsTrailOf(Attribute<?> attribute) {
        return !kept().contains(attribute);
    }

    /** The roll-up that keeps an attribute; empty where none does. */
    Optional<RollUp> rollUp(Attribute<?> attribute) {
        return types.all().stream().flatMap(type -> type.rollUps().stream()).filter(rollUp -> rollUp.target().get().equals(attribute)).findFirst();
    }
}
