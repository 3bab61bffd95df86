@NullMarked
package io.keyuan.engine.bulk;

import org.jspecify.annotations.NullMarked;
