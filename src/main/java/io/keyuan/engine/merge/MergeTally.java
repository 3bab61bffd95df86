package io.keyuan.engine.merge;

import java.util.UUID;

/**
 * What came of it.
 *
 * @param into the record that stays
 * @param merged how many became it
 * @param led how many records pointed to those and point to it now
 * @param brought how many comments, files and the like came along
 */
record MergeTally(UUID into, int merged, long led, long brought) {}
