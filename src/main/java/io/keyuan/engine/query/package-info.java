/** How lists and single records are read: tenant, visibility, filter, order and page compiled to one statement. */
@NullMarked
package io.keyuan.engine.query;

import org.jspecify.annotations.NullMarked;
