/** What tells records that are about the same from those that are not. */
@NullMarked
package io.keyuan.engine.duplicates;

import org.jspecify.annotations.NullMarked;
