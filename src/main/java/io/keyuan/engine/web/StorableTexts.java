package io.keyuan.engine.web;

import io.keyuan.engine.BadValue;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.TextType;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Refuses texts that cannot be stored where a body is read, beside their cause. Values of records are not read as texts yet
 * then; their attributes refuse them.
 */
@Configuration(proxyBeanMethods = false)
class StorableTexts {

    @Bean
    static JsonMapperBuilderCustomizer textsAsTheyAreRead() {
        return mapper -> mapper.addModule(new SimpleModule("storable texts").addDeserializer(String.class, new Checked()));
    }

    private static final class Checked extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            try {
                if (text != null) {
                    TextType.checkCharacters(text);
                }
                return text;
            } catch (BadValue bad) {
                throw Problem.of(ProblemKind.RULE_BROKEN, new Fault(place(parser), bad.code(), bad.args()));
            }
        }

        /** As faults name places: {@code grants.0.name}. */
        private static String place(JsonParser parser) {
            return parser.streamReadContext().pathAsPointer().toString().replaceFirst("^/", "").replace('/', '.');
        }
    }
}
