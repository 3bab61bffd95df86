/** What was said and what is to be done. */
@NullMarked
@ApplicationModule(displayName = "Activities", allowedDependencies = {"engine", "customers", "sales"})
package io.keyuan.activities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
