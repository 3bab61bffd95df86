@NullMarked
package io.keyuan.notifications.preferences;

import org.jspecify.annotations.NullMarked;
