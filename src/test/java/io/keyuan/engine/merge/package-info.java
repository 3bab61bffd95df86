@NullMarked
package io.keyuan.engine.merge;

import org.jspecify.annotations.NullMarked;
