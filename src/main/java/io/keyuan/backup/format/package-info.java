/** How a backup is written, and read again without trusting a byte of it. */
@NullMarked
package io.keyuan.backup.format;

import org.jspecify.annotations.NullMarked;
