@NullMarked
package io.keyuan.engine.file;

import org.jspecify.annotations.NullMarked;
