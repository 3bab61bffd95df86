package io.keyuan.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Gathers what the modules define: a definition is there by being written, nobody registers it. */
@Configuration(proxyBeanMethods = false)
public class DefinedObjects {

    private static final String PROGRAM = "io.keyuan";

    @Bean
    ObjectTypes objectTypes() {
        return everywhere();
    }

    /** Every object of the program, in the order of the navigation. */
    public static ObjectTypes everywhere() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ObjectType.class));
        List<ObjectType> types = scanner.findCandidateComponents(PROGRAM).stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .filter(DefinedObjects::isShipped)
                .map(DefinedObjects::constant)
                .sorted(Comparator.comparingInt(ObjectType::place).thenComparing(ObjectType::name))
                .toList();
        return new ObjectTypes(types);
    }

    /** Tests define objects of their own, which are none of the program's; nor is what the objects of companies are made of, which nobody else sees. */
    private static boolean isShipped(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && location(type).equals(location(ObjectType.class));
    }

    private static String location(Class<?> type) {
        return String.valueOf(type.getProtectionDomain().getCodeSource().getLocation());
    }

    /** The one instance, which the class itself holds. */
    private static ObjectType constant(Class<?> type) {
        Field constant = Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " holds no instance of itself"));
        try {
            return (ObjectType) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
