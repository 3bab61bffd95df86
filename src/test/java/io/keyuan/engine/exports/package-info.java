@NullMarked
package io.keyuan.engine.exports;

import org.jspecify.annotations.NullMarked;
