@NullMarked
package io.keyuan.engine;

import org.jspecify.annotations.NullMarked;
