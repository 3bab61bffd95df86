package io.keyuan.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param demo whether the program shall have a sample company
 * @param demoCustomers with how many customers
 */
@ConfigurationProperties("keyuan")
record DemoProperties(@DefaultValue("false") boolean demo, @DefaultValue("5000") int demoCustomers) {}
