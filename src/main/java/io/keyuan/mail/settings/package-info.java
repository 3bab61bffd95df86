/** What a company has settled about the mail it sends. */
@NullMarked
package io.keyuan.mail.settings;

import org.jspecify.annotations.NullMarked;
