/** Customers and the people one talks to there. */
@NullMarked
@ApplicationModule(displayName = "Customers", allowedDependencies = {"engine"})
package io.keyuan.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
