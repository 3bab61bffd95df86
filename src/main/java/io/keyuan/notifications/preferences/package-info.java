/** Where and when people want to be told. */
@NullMarked
package io.keyuan.notifications.preferences;

import org.jspecify.annotations.NullMarked;
