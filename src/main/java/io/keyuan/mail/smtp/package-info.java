/** Speaks with mail servers. */
@NullMarked
package io.keyuan.mail.smtp;

import org.jspecify.annotations.NullMarked;
