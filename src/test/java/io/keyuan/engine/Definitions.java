package io.keyuan.engine;

import java.util.regex.Pattern;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** Every object of the program as the modules register them, for tests that need no server. */
public final class Definitions {

    private static final Pattern REGISTRATIONS = Pattern.compile("io\\.keyuan\\..*Objects");

    private Definitions() {}

    public static ObjectTypes all() {
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new RegexPatternTypeFilter(REGISTRATIONS));
            scanner.scan("io.keyuan");
            context.refresh();
            return context.getBean(ObjectTypes.class);
        }
    }
}
