/** Tenants, people, departments, sign-in, and who may see and do what. */
@NullMarked
@ApplicationModule(displayName = "Identity", allowedDependencies = {"engine", "engine :: erasure", "mail"})
package io.keyuan.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
