/** What a record's page shows beside the record, in one answer. */
@NullMarked
package io.keyuan.engine.overview;

import org.jspecify.annotations.NullMarked;
