/** Tables and columns of identity as jOOQ wants to know them. */
@NullMarked
package io.keyuan.identity.table;

import org.jspecify.annotations.NullMarked;
