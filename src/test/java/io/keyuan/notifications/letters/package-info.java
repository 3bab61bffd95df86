@NullMarked
package io.keyuan.notifications.letters;

import org.jspecify.annotations.NullMarked;
