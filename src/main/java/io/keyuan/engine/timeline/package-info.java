/** What happened to records and with them: changes, comments and the records that are entries; who follows it and who was named. */
@NullMarked
package io.keyuan.engine.timeline;

import org.jspecify.annotations.NullMarked;
