/**
 * Takes back what a job changed: the audit knows the values from before, the pipeline writes them again. It knows neither
 * the kind of the job nor the object.
 */
@NullMarked
package io.keyuan.engine.undo;

import org.jspecify.annotations.NullMarked;
