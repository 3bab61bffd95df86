/** The trail of what people did beside changing records, and where both are looked up. */
@NullMarked
package io.keyuan.engine.audit;

import org.jspecify.annotations.NullMarked;
