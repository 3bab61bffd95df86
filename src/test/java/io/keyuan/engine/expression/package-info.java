@NullMarked
package io.keyuan.engine.expression;

import org.jspecify.annotations.NullMarked;
