package io.keyuan.activities;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Registers the module's objects; the order is that of the navigation. */
@Configuration(proxyBeanMethods = false)
class ActivitiesObjects {

    @Bean
    @Order(300)
    ContactLog contactLog() {
        return ContactLog.CONTACT_LOG;
    }

    @Bean
    @Order(310)
    Task task() {
        return Task.TASK;
    }
}
