/**
 * Records kept together under a name: those somebody put there, and those that meet a condition, which are found anew as records
 * change.
 */
@NullMarked
package io.keyuan.engine.segment;

import org.jspecify.annotations.NullMarked;
