/** Backups that administrators make of their own company, as jobs, and take with them. */
@NullMarked
package io.keyuan.backup.settings;

import org.jspecify.annotations.NullMarked;
