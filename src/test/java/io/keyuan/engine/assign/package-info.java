@NullMarked
package io.keyuan.engine.assign;

import org.jspecify.annotations.NullMarked;
