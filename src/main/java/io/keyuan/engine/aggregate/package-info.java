/** Counts and sums of records by group: what charts, dashboards and the foot of a list show. */
@NullMarked
package io.keyuan.engine.aggregate;

import org.jspecify.annotations.NullMarked;
