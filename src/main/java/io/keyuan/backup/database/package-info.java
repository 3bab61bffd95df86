/**
 * What a backup says to PostgreSQL. It works on whatever tables there are, of the schema of any release, and before there is
 * an application; so it writes its own statements, and names the tenant in them itself.
 */
@NullMarked
package io.keyuan.backup.database;

import org.jspecify.annotations.NullMarked;
