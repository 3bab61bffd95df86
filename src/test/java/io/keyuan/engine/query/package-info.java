@NullMarked
package io.keyuan.engine.query;

import org.jspecify.annotations.NullMarked;
