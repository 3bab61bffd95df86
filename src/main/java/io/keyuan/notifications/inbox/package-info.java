/** What people have been told. */
@NullMarked
package io.keyuan.notifications.inbox;

import org.jspecify.annotations.NullMarked;
