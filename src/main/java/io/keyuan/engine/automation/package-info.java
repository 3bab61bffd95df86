/**
 * Rules that do something when a record is made, changes, comes to a stage, or when its time comes. What happens is noticed behind those
 * who do it and kept as runs; runs are carried out some at a time, with the rights of whoever the rule belongs to, each once.
 */
@NullMarked
package io.keyuan.engine.automation;

import org.jspecify.annotations.NullMarked;
