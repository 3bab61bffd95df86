@NullMarked
package io.keyuan.engine.timeline;

import org.jspecify.annotations.NullMarked;
