/** Who may see and do what. */
@NullMarked
package io.keyuan.identity.access;

import org.jspecify.annotations.NullMarked;
