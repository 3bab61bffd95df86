package io.keyuan.engine.graph;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a way leads to from a record.
 *
 * @param near the record
 * @param far the one it leads to
 * @param record the one that the link is drawn for
 * @param as what it is, as a code; null where nothing is said
 * @param strength as a code; null where nothing is said
 * @param title what the record is called that the link is drawn for, where it is neither of the two, and they are no two of a kind; else null
 * @param total how many there are from the record this way, counted up to {@link Neighbours#COUNTED} and one more
 */
record Neighbour(UUID near, UUID far, UUID record, @Nullable String as, @Nullable String strength, @Nullable String title, int total) {}
