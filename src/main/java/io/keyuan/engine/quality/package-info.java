/** How complete and how fresh records are, and what is missing most. */
@NullMarked
package io.keyuan.engine.quality;

import org.jspecify.annotations.NullMarked;
