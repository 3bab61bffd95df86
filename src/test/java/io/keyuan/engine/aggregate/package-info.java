@NullMarked
package io.keyuan.engine.aggregate;

import org.jspecify.annotations.NullMarked;
