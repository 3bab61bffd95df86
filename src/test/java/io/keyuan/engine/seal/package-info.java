@NullMarked
package io.keyuan.engine.seal;

import org.jspecify.annotations.NullMarked;
