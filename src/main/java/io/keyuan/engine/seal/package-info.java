/**
 * The chain that shows when somebody has changed the trail past the program: changes of records and events are sealed a few
 * seconds after they were committed, and can be held against their seals at any time.
 */
@NullMarked
package io.keyuan.engine.seal;

import org.jspecify.annotations.NullMarked;
