/** Tells open windows what colleagues change. */
@NullMarked
package io.keyuan.engine.live;

import org.jspecify.annotations.NullMarked;
