/** The companies of this installation and what each has settled. */
@NullMarked
package io.keyuan.identity.tenant;

import org.jspecify.annotations.NullMarked;
