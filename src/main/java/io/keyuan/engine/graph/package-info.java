/** Records and what belongs with them as a map one can walk, and what lies in what. */
@NullMarked
package io.keyuan.engine.graph;

import org.jspecify.annotations.NullMarked;
