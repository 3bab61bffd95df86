/** A small made-up business to try the engine on. */
@NullMarked
package io.keyuan.engine.sample;

import org.jspecify.annotations.NullMarked;
