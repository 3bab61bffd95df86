package io.keyuan.engine.calculation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.AddedAttributes;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Calculation;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.expression.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The plan of the current caller's company, made anew when what it has added changes. */
@Component
class Plans {

    private static final Logger LOG = LoggerFactory.getLogger(Plans.class);

    private final ObjectTypes types;
    private final Expressions expressions;
    /** By what a company has added, as long as somebody remembers that. */
    private final Cache<Object, Plan> made = Caffeine.newBuilder().weakKeys().build();

    Plans(ObjectTypes types, Expressions expressions) {
        this.types = types;
        this.expressions = expressions;
    }

    Plan current() {
        Object added = AddedAttributes.state();
        return added == null ? Plan.NOTHING : made.get(added, any -> make());
    }

    private Plan make() {
        List<Known> all = all();
        try {
            return Plan.of(all);
        } catch (Plan.Circle circle) {
            LOG.error("attributes of {} go by each other and are not calculated: {}", Caller.current().tenant(), circle.getMessage());
            return Plan.NOTHING;
        }
    }

    /**
     * The plan with another attribute in it, or one that is calculated otherwise.
     *
     * @throws Plan.Circle where it would go by itself
     * @throws Problem where it can't be understood
     */
    Plan with(Attribute<?> attribute, Calculation calculation) {
        List<Known> all = new ArrayList<>(all());
        all.removeIf(known -> known.attribute().object().equals(attribute.object()) && known.attribute().name().equals(attribute.name()));
        all.add(known(attribute, calculation));
        return Plan.of(all);
    }

    private List<Known> all() {
        List<Known> all = new ArrayList<>();
        for (ObjectType type : types.all()) {
            for (Attribute<?> attribute : type.attributes()) {
                Known known = attribute.calculation() == null ? null : understood(attribute, attribute.calculation());
                if (known != null) {
                    all.add(known);
                }
            }
        }
        return all;
    }

    /** One that goes by something that is not there any more keeps the values it has. */
    private @Nullable Known understood(Attribute<?> attribute, Calculation calculation) {
        try {
            return known(attribute, calculation);
        } catch (Problem problem) {
            LOG.warn("{} of {} is not calculated: {}", attribute, Caller.current().tenant(), problem.getMessage());
            return null;
        }
    }

    Known known(Attribute<?> attribute, Calculation calculation) {
        return switch (calculation) {
            case Calculation.Formula formula -> new Known.OfRecord(attribute, formula, expressions.used(attribute.object(), formula.text()));
            case Calculation.Summary summary -> summary(attribute, summary);
        };
    }

    private Known summary(Attribute<?> attribute, Calculation.Summary summary) {
        ObjectType others = types.byName(summary.object());
        Attribute<?> reference = others == null ? null : others.find(summary.reference());
        Attribute<?> source = others == null || summary.attribute() == null ? null : others.find(summary.attribute());
        if (others == null || reference == null || summary.attribute() != null && source == null) {
            throw Problem.notFound();
        }
        Set<Attribute<?>> condition = summary.condition() == null
                ? Set.of()
                : Caller.current().unbounded().get(() -> expressions.ownAttributes(others, Objects.requireNonNull(summary.condition())));
        return new Known.OfOthers(attribute, summary, reference, source, condition);
    }
}
