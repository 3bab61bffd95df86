@NullMarked
package io.keyuan.engine.advice;

import org.jspecify.annotations.NullMarked;
