/** What happened to records: the story of one, and the feed of all. */
@NullMarked
package io.keyuan.engine.history;

import org.jspecify.annotations.NullMarked;
