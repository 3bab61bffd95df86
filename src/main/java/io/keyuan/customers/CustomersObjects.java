package io.keyuan.customers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Registers the module's objects; the order is that of the navigation. */
@Configuration(proxyBeanMethods = false)
class CustomersObjects {

    @Bean
    @Order(100)
    Customer customer() {
        return Customer.CUSTOMER;
    }

    @Bean
    @Order(110)
    Contact contact() {
        return Contact.CONTACT;
    }
}
