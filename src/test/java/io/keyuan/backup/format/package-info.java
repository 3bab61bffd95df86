@NullMarked
package io.keyuan.backup.format;

import org.jspecify.annotations.NullMarked;
