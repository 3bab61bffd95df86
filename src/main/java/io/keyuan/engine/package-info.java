/**
 * Typed definitions of business objects and the one pipeline through which every record is read and written. The
 * engine knows no business word: modules declare what exists, the engine does the rest.
 */
@NullMarked
@ApplicationModule(displayName = "Engine", allowedDependencies = {})
package io.keyuan.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
