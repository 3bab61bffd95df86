/** What becomes of everything that hangs on somebody who leaves the company. */
@NullMarked
package io.keyuan.identity.leaving;

import org.jspecify.annotations.NullMarked;
