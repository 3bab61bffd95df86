/** Tenants, people, departments, sign-in, and who may see and do what. */
@NullMarked
@ApplicationModule(displayName = "Identity", allowedDependencies = {
            "engine", "engine :: api", "engine :: erasure", "engine :: query", "engine :: share", "engine :: tables", "mail"})
package io.keyuan.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
