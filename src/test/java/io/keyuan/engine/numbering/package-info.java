@NullMarked
package io.keyuan.engine.numbering;

import org.jspecify.annotations.NullMarked;
