package io.keyuan.catalog;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Registers the module's objects; the order is that of the navigation. */
@Configuration(proxyBeanMethods = false)
class CatalogObjects {

    @Bean
    @Order(250)
    Product product() {
        return Product.PRODUCT;
    }

    @Bean
    @Order(950)
    ExchangeRate exchangeRate() {
        return ExchangeRate.EXCHANGE_RATE;
    }
}
