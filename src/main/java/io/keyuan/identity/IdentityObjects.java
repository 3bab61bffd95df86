package io.keyuan.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Registers the module's objects; the order is that of the navigation. */
@Configuration(proxyBeanMethods = false)
class IdentityObjects {

    @Bean
    @Order(900)
    User user() {
        return User.USER;
    }

    @Bean
    @Order(910)
    Department department() {
        return Department.DEPARTMENT;
    }
}
