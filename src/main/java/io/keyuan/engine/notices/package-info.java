/** Finds out afterwards whom changes of records concern, and who is to be reminded of what. */
@NullMarked
package io.keyuan.engine.notices;

import org.jspecify.annotations.NullMarked;
