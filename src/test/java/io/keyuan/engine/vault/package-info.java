@NullMarked
package io.keyuan.engine.vault;

import org.jspecify.annotations.NullMarked;
