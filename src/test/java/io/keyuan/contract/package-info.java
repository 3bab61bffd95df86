/** What holds for every definition, tested over all of them. */
@NullMarked
package io.keyuan.contract;

import org.jspecify.annotations.NullMarked;
