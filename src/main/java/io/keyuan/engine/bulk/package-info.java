/**
 * Many records at once, by a job: which ones, and what becomes of them. Changing and deleting go through the pipeline in
 * batches with one operation, so that it is told, and taken back, as one.
 */
@NullMarked
@NamedInterface("bulk")
package io.keyuan.engine.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
