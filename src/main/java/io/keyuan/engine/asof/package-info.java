/** Records as they were at a moment: as they are, with everything taken back that was done to them since. */
@NullMarked
package io.keyuan.engine.asof;

import org.jspecify.annotations.NullMarked;
