package io.keyuan.engine.web;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeRight;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.Definitions;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Right;
import io.keyuan.engine.TenantProfile;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.layout.LayoutsOfCaller;
import io.keyuan.engine.view.FirstViews;
import jakarta.servlet.Filter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/** The surface on a real server without a database: what is asked of the rest of the program, tests decide. */
@TestComponent
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(excludeName = {
    "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
    "org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration",
    "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
    "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
    "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
    "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
    "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
    "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
})
@ComponentScan({"io.keyuan.engine.web", "io.keyuan.engine.openapi"})
@Import({Messages.class, Troublemaker.class})
class SurfaceServer {

    /** What the caller may, changed by tests. */
    static final class Rights implements Access {

        BiPredicate<Right, ObjectType> granted = (right, type) -> true;
        Predicate<Attribute<?>> readable = attribute -> true;

        @Override
        public boolean may(Right right, ObjectType type) {
            return granted.test(right, type);
        }

        @Override
        public Reach reach(Right right, ObjectType type) {
            return may(right, type) ? new Reach.Everything() : new Reach.Nothing();
        }

        @Override
        public AttributeRight right(Attribute<?> attribute) {
            return !readable.test(attribute)
                    ? AttributeRight.HIDDEN
                    : may(Right.EDIT, attribute.object()) ? AttributeRight.WRITE : AttributeRight.READ;
        }
    }

    /** The tenant's own choices for the attributes tests change, the program's for the others. */
    static final class Choices implements ChoiceLists {

        final List<ChoiceList.Item> stages = new ArrayList<>();

        @Override
        public ChoiceList of(Attribute<?> attribute) {
            return attribute.labelKey().equals("opportunity.stage") && !stages.isEmpty()
                    ? new ChoiceList(stages)
                    : ChoiceList.first(attribute);
        }
    }

    @Bean
    ObjectTypes objectTypes() {
        return Definitions.all();
    }

    @Bean
    Rights rights() {
        return new Rights();
    }

    @Bean
    Choices choiceLists() {
        return new Choices();
    }

    @Bean
    FirstViews firstViews() {
        return Map::of;
    }

    @Bean
    LayoutsOfCaller layouts() {
        return Map::of;
    }

    @Bean
    TenantProfile tenantProfile() {
        return new TenantProfile() {
            @Override
            public String slug() {
                return "keyuan";
            }

            @Override
            public String name() {
                return "客缘科技";
            }
        };
    }

    @Bean
    TenantSettings tenantSettings() {
        return new TenantSettings() {
            @Override
            public ZoneId zone() {
                return ZoneId.of("Asia/Shanghai");
            }

            @Override
            public String baseCurrency() {
                return "CNY";
            }
        };
    }

    /** Somebody is signed in where the test names their language. */
    @Bean
    @Order(0)
    Filter signedIn() {
        return (request, response, chain) -> {
            String language = ((jakarta.servlet.http.HttpServletRequest) request).getHeader("X-Test-Language");
            if (language == null) {
                chain.doFilter(request, response);
                return;
            }
            var caller = new Caller(UUID.randomUUID(), UUID.randomUUID(), true, Locale.forLanguageTag(language), null);
            try {
                caller.call(() -> {
                    chain.doFilter(request, response);
                    return true;
                });
            } catch (Exception failure) {
                throw new jakarta.servlet.ServletException(failure);
            }
        };
    }
}
