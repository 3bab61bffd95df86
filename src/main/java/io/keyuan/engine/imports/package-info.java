/**
 * Brings records in from tables: a map says which column is what, rows become drafts, drafts go through the one pipeline in
 * chunks, and every row is accounted for. See docs/guide/import.md for what people can say.
 */
@NullMarked
package io.keyuan.engine.imports;

import org.jspecify.annotations.NullMarked;
