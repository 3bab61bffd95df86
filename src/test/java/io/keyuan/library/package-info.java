@NullMarked
package io.keyuan.library;

import org.jspecify.annotations.NullMarked;
