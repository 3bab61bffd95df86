/** The one place that writes SQL as text, and the fence that no statement crosses without its tenant. */
@NullMarked
package io.keyuan.engine.sql;

import org.jspecify.annotations.NullMarked;
