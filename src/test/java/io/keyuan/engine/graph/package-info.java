@NullMarked
package io.keyuan.engine.graph;

import org.jspecify.annotations.NullMarked;
