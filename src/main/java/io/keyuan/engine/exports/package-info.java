/**
 * Takes lists out as files: small ones while one waits, others by a job. What is written, an import of the same records reads
 * back without changing anything. See docs/guide/export.md for what people can expect.
 */
@NullMarked
package io.keyuan.engine.exports;

import org.jspecify.annotations.NullMarked;
