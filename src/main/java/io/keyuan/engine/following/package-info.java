/** What follows from a change for any number of records that point to the one that changed: written down with the change, done right behind it. */
@NullMarked
package io.keyuan.engine.following;

import org.jspecify.annotations.NullMarked;
