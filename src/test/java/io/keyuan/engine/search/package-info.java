@NullMarked
package io.keyuan.engine.search;

import org.jspecify.annotations.NullMarked;
