/** Records given to people who do not own them: singly, and by rules. */
@NullMarked
package io.keyuan.engine.share;

import org.jspecify.annotations.NullMarked;
