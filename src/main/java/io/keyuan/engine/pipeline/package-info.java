/**
 * The one way in which records are written: a fixed row of steps, each a small class, over batches. {@link
 * io.keyuan.engine.pipeline.Pipeline} gives the order.
 */
@NullMarked
package io.keyuan.engine.pipeline;

import org.jspecify.annotations.NullMarked;
