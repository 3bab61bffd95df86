/** What can be typed after {@code keyuan}. */
@NullMarked
package io.keyuan.program.command;

import org.jspecify.annotations.NullMarked;
