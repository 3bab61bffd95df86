/**
 * What somebody does first: a short list that leads a new company, and whoever is new in one, to work that goes well. It knows
 * by the data what is done already.
 */
@NullMarked
@ApplicationModule(
        displayName = "Onboarding",
        allowedDependencies = {"engine", "engine :: erasure", "engine :: tables", "identity", "customers", "sales", "activities"})
package io.keyuan.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
