@NullMarked
package io.keyuan.backup;

import org.jspecify.annotations.NullMarked;
