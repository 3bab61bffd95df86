@NullMarked
package io.keyuan.engine.share;

import org.jspecify.annotations.NullMarked;
