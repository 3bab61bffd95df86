@NullMarked
package io.keyuan.engine.audit;

import org.jspecify.annotations.NullMarked;
