package io.keyuan.engine.automation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What whoever runs the program decides about rules.
 *
 * @param runsPerHour so often the rules of a company may do something in an hour
 */
@ConfigurationProperties("keyuan.automation")
record AutomationProperties(@DefaultValue("50000") int runsPerHour) {}
