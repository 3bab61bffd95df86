@NullMarked
package io.keyuan.engine.webhook;

import org.jspecify.annotations.NullMarked;
