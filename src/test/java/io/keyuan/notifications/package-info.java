@NullMarked
package io.keyuan.notifications;

import org.jspecify.annotations.NullMarked;
