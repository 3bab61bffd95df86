/** Numbers that records get by themselves: how they are written, and where the next one comes from. */
@NullMarked
package io.keyuan.engine.numbering;

import org.jspecify.annotations.NullMarked;
