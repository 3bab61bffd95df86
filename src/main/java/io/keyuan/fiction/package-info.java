/** People and companies that do not exist, as often called what as real ones are, the same each time they are asked for. */
@NullMarked
@ApplicationModule(displayName = "Fiction", allowedDependencies = {})
package io.keyuan.fiction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
