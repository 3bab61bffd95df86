/** What people show beside their password: codes of a device, and recovery codes for when it is lost. */
@NullMarked
package io.keyuan.identity.factor;

import org.jspecify.annotations.NullMarked;
