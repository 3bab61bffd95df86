/** Finding records by what people type: one document each, made of tokens, rechecked against its text. */
@NullMarked
package io.keyuan.engine.search;

import org.jspecify.annotations.NullMarked;
