/** The letters that wait, and those that have gone. */
@NullMarked
package io.keyuan.mail.outgoing;

import org.jspecify.annotations.NullMarked;
