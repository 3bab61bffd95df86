/** Whether the program is well, for whoever watches over it. */
@NullMarked
package io.keyuan.program.health;

import org.jspecify.annotations.NullMarked;
