package io.keyuan.sales;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Registers the module's objects; the order is that of the navigation. */
@Configuration(proxyBeanMethods = false)
class SalesObjects {

    @Bean
    @Order(200)
    Opportunity opportunity() {
        return Opportunity.OPPORTUNITY;
    }

    @Bean
    @Order(210)
    OpportunityLine opportunityLine() {
        return OpportunityLine.OPPORTUNITY_LINE;
    }
}
