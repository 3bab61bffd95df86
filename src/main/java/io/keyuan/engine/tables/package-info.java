/**
 * Tables that people bring and take away as text files: what they are written in is found out, rows stream, and
 * whatever is wrong has a code.
 */
@NullMarked
package io.keyuan.engine.tables;

import org.jspecify.annotations.NullMarked;
