@NullMarked
package io.keyuan.identity;

import org.jspecify.annotations.NullMarked;
