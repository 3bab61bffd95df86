/** Attributes whose values follow from others: worked out with every change, and behind it where many records follow. */
@NullMarked
package io.keyuan.engine.calculation;

import org.jspecify.annotations.NullMarked;
