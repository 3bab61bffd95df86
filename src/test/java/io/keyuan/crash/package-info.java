/** Whether anything that was acknowledged is lost when the program or its database dies. */
@NullMarked
package io.keyuan.crash;

import org.jspecify.annotations.NullMarked;
