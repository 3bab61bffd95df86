package io.keyuan.engine;

import java.time.Instant;
import java.util.List;

/**
 * How records of an object stand on the timelines of others.
 *
 * @param at where on the timeline
 * @param of the references to the records whose timelines they are on; the first that is given is the one they belong to most
 * @param asked what the composer on a timeline asks for, in this order
 */
public record TimelineEntry(Attribute<Instant> at, List<Attribute<Ref>> of, List<Attribute<?>> asked) {}
