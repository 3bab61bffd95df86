/** What amounts are worth when the tenant's base currency changes. */
@NullMarked
package io.keyuan.engine.money;

import org.jspecify.annotations.NullMarked;
