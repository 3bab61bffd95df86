/**
 * Mail that the program sends: how a company's goes out, and the letters that wait for it. Whoever has something to say gives
 * a {@link io.keyuan.mail.Letter} to the {@link io.keyuan.mail.Post}.
 */
@NullMarked
@ApplicationModule(displayName = "Mail", allowedDependencies = {"engine", "engine :: configuration", "engine :: jobs"})
package io.keyuan.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
