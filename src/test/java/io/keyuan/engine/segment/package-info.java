@NullMarked
package io.keyuan.engine.segment;

import org.jspecify.annotations.NullMarked;
