/** The trail of what people did beside changing records. */
@NullMarked
package io.keyuan.engine.audit;

import org.jspecify.annotations.NullMarked;
