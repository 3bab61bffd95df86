/** PostgreSQL inside the data folder: unpacked, created, started, watched and stopped by the program itself. */
@NullMarked
package io.keyuan.program.database;

import org.jspecify.annotations.NullMarked;
