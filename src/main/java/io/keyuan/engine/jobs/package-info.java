/**
 * Work that outlasts a request: kept in a table, run by whichever node is free, watched, paused and cancelled by people, and
 * taken up again after a crash where it was. A kind of work is a {@link io.keyuan.engine.jobs.JobKind}.
 */
@NullMarked
package io.keyuan.engine.jobs;

import org.jspecify.annotations.NullMarked;
