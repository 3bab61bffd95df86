/** Tenants, people, departments, sign-in, and who may see and do what. */
@NullMarked
@ApplicationModule(displayName = "Identity", allowedDependencies = {
            "engine", "engine :: api", "engine :: assign", "engine :: configuration", "engine :: erasure", "engine :: jobs", "engine :: outbound", "engine :: query", "engine :: share",
            "engine :: tables", "mail"})
package io.keyuan.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
