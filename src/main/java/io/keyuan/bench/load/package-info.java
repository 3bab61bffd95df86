/** Clients that ask the program and its database, and what that costs. */
@NullMarked
package io.keyuan.bench.load;

import org.jspecify.annotations.NullMarked;
