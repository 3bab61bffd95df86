package io.keyuan.engine;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gathers what the modules define. */
@Configuration(proxyBeanMethods = false)
class DefinedObjects {

    @Bean
    ObjectTypes objectTypes(List<ObjectType> types) {
        return new ObjectTypes(types);
    }
}
