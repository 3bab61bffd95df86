package io.keyuan.identity;

import io.keyuan.Keyuan;
import io.keyuan.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The program on a fresh database. */
@TestConfiguration(proxyBeanMethods = false)
@Import(Keyuan.class)
public class IdentityApplication {

    @Bean
    JdbcConnectionDetails database() {
        var address = TestDatabase.create();
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return address.url();
            }

            @Override
            public @Nullable String getUsername() {
                return address.user();
            }

            @Override
            public @Nullable String getPassword() {
                return address.password();
            }
        };
    }
}
