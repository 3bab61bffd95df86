package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.Coercion;
import io.keyuan.engine.TenantSettings;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Gives types what they need to know of the caller's tenant. */
@Component
public final class Coercions {

    private final ChoiceLists choices;
    private final TenantSettings settings;

    Coercions(ChoiceLists choices, TenantSettings settings) {
        this.choices = choices;
        this.settings = settings;
    }

    public Coercion of(Attribute<?> attribute) {
        return new OfAttribute(attribute);
    }

    private final class OfAttribute implements Coercion {

        private final Attribute<?> attribute;

        OfAttribute(Attribute<?> attribute) {
            this.attribute = attribute;
        }

        @Override
        public ChoiceList choices(Attribute<?> attribute) {
            return choices.of(attribute);
        }

        @Override
        public Attribute<?> attribute() {
            return attribute;
        }

        @Override
        public String baseCurrency() {
            return settings.baseCurrency();
        }

        @Override
        public ZoneId zone() {
            return settings.zone();
        }
    }
}
