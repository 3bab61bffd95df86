@NullMarked
package io.keyuan.engine.outbound;

import org.jspecify.annotations.NullMarked;
