@NullMarked
package io.keyuan.engine.text;

import org.jspecify.annotations.NullMarked;
