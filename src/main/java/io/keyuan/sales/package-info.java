/** Opportunities and who competes for them. */
@NullMarked
@ApplicationModule(displayName = "Sales", allowedDependencies = {"engine", "customers", "catalog"})
package io.keyuan.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
