/** Records that are about the same: what is compared of them, how alike they are and why, and how they are found among very many. */
@NullMarked
package io.keyuan.engine.duplicates;

import org.jspecify.annotations.NullMarked;
