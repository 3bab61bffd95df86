@NullMarked
package io.keyuan.engine.notices;

import org.jspecify.annotations.NullMarked;
