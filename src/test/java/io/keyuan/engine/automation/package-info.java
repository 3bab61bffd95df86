@NullMarked
package io.keyuan.engine.automation;

import org.jspecify.annotations.NullMarked;
