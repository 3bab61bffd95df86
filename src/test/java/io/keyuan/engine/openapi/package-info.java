@NullMarked
package io.keyuan.engine.openapi;

import org.jspecify.annotations.NullMarked;
