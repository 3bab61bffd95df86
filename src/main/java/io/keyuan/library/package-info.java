/** What the whole company keeps: folders with files, each for those it was given to. */
@NullMarked
@ApplicationModule(displayName = "Library", allowedDependencies = {"engine", "engine :: query", "engine :: share"})
package io.keyuan.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
