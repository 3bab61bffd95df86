@NullMarked
package io.keyuan.engine.attribute;

import org.jspecify.annotations.NullMarked;
