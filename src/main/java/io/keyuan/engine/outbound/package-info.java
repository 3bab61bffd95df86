/** Ways out to addresses that people give: bounded, without redirects, and fenced off from what is not theirs. */
@NullMarked
package io.keyuan.engine.outbound;

import org.jspecify.annotations.NullMarked;
