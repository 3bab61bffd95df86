/** What people are told of what concerns them: in the app at once, and by mail when they want it. */
@NullMarked
@ApplicationModule(displayName = "Notifications", allowedDependencies = {"engine", "engine :: jobs", "engine :: erasure", "mail"})
package io.keyuan.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
