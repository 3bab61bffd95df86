@NullMarked
package io.keyuan.engine.imports;

import org.jspecify.annotations.NullMarked;
