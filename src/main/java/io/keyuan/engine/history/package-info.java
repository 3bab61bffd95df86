/** The feed of everything that changed. */
@NullMarked
package io.keyuan.engine.history;

import org.jspecify.annotations.NullMarked;
