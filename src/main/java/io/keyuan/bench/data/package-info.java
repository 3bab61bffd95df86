/** A company with a million customers, the same each time it is made. */
@NullMarked
package io.keyuan.bench.data;

import org.jspecify.annotations.NullMarked;
