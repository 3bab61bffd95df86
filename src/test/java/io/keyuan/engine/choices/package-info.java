@NullMarked
package io.keyuan.engine.choices;

import org.jspecify.annotations.NullMarked;
