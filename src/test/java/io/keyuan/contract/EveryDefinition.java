package io.keyuan.contract;

import io.keyuan.engine.Definitions;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collection;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests of the class run for every object there is; a new object is tested the moment it is defined. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ExtendWith(AddedToCompany.class)
@MethodSource("io.keyuan.contract.EveryDefinition$Source#all")
@interface EveryDefinition {

    /** The definitions as the modules register them, and as a company has defined them. */
    final class Source {

        static final ObjectTypes TYPES = Definitions.all();

        private Source() {}

        static Collection<ObjectType> all() {
            return AddedToCompany.onBehalfOfOne(TYPES::all);
        }
    }
}
