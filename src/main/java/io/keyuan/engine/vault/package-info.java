/** Secrets that lie in the database sealed. */
@NullMarked
package io.keyuan.engine.vault;

import org.jspecify.annotations.NullMarked;
