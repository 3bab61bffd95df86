/**
 * What the program is measured with: a large base made by rule, and the load that is put on a running program. Nothing
 * else needs anything from here.
 */
@NullMarked
@ApplicationModule(
        displayName = "Bench",
        allowedDependencies = {"engine", "engine :: documents", "engine :: text", "identity", "customers", "catalog", "sales", "fiction"})
package io.keyuan.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
