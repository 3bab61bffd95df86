/** The user guide as pages of the program, for whoever asks for help, signed in or not. */
@NullMarked
@ApplicationModule(displayName = "Help", allowedDependencies = "engine")
package io.keyuan.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
