package io.keyuan.engine.sql;

import java.util.Set;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.impl.DefaultVisitListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the guards before every statement. */
@Configuration(proxyBeanMethods = false)
class SqlConfiguration {

    /** The tables that are nobody's: everything else belongs to a tenant. */
    private static final Set<String> UNTENANTED = Set.of("tenant", "sign_in_attempt", "job_schedule", "flyway_schema_history");

    /** The tables in which records of several objects stand. */
    private static final Set<String> SHARED = Set.of("custom_record");

    @Bean
    DefaultConfigurationCustomizer guards(SlowStatements slow) {
        return configuration -> {
            configuration.settings()
                    .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                    .withExecuteLogging(false)
                    .withReturnAllOnUpdatableRecord(false);
            configuration.set(new DefaultVisitListenerProvider(new TenantGuard(UNTENANTED, SHARED)));
            configuration.setAppending(new DefaultExecuteListenerProvider(new TextRefusal()));
            configuration.setAppending(slow::listener);
        };
    }
}
