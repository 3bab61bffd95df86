/** Lists with a name: what somebody filters by, sorts by and looks at, kept for themselves or for others. */
@NullMarked
package io.keyuan.engine.view;

import org.jspecify.annotations.NullMarked;
