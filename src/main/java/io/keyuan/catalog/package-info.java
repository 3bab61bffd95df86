/** What is sold, and for how much in which currency. */
@NullMarked
@ApplicationModule(displayName = "Catalog", allowedDependencies = {"engine"})
package io.keyuan.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
