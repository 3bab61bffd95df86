/** Letters to people about their accounts, and the one-time links in them. */
@NullMarked
package io.keyuan.identity.letter;

import org.jspecify.annotations.NullMarked;
