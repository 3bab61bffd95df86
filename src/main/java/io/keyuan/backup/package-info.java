/**
 * Copies of what is kept, and back from them: one company or all, from any PostgreSQL to any other. The commands work on the
 * database itself, whether a program runs on it or not; in Settings a backup is a job.
 */
@NullMarked
@ApplicationModule(displayName = "Backup", allowedDependencies = {"engine", "engine :: jobs", "engine :: files"})
package io.keyuan.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
