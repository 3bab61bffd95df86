package io.keyuan.engine.segment;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Principals;
import io.keyuan.engine.jobs.Jobs;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Segments as answers show them. */
@Component
class SegmentJson {

    private final AccessibleSegments segments;
    private final Principals principals;
    private final Jobs jobs;

    SegmentJson(AccessibleSegments segments, Principals principals, Jobs jobs) {
        this.segments = segments;
        this.principals = principals;
        this.jobs = jobs;
    }

    record Somebody(UUID id, @Nullable String kind, @Nullable String title) {}

    /**
     * @param members how many; null for whoever does not see all records there are
     * @param job that computes it, where there is one for the caller
     * @param mayChange whether the caller may write it anew, fill and delete it
     */
    record Shown(
            UUID id, long version, String object, String name, String description, String kind, String filter, Somebody owner, boolean everyone,
            List<Somebody> sharedWith, @Nullable Long members, @Nullable Instant computedAt, @Nullable Map<String, Object> job, boolean mayChange) {}

    List<Shown> of(List<Segment> all) {
        Set<UUID> named = new HashSet<>();
        all.forEach(segment -> {
            named.add(segment.owner());
            named.addAll(segment.sharedWith());
        });
        Map<UUID, Principals.Principal> known = principals.of(named);
        Set<UUID> computing = all.stream()
                .filter(segment -> segment.computedAt() == null)
                .map(Segment::job)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, Map<String, Object>> described = jobs.describe(computing);
        return all.stream().map(segment -> shown(segment, known, segment.job() == null ? null : described.get(segment.job()))).toList();
    }

    private Shown shown(Segment segment, Map<UUID, Principals.Principal> known, @Nullable Map<String, Object> job) {
        ObjectType type = segments.type(segment);
        return new Shown(
                segment.id(), segment.version(), type.path(), segment.name(), segment.description(), segment.kind().code(), segment.filter(),
                somebody(segment.owner(), known), segment.everyone(), segment.sharedWith().stream().sorted().map(id -> somebody(id, known)).toList(),
                segments.seesAll(segment) ? segment.members() : null, segment.computedAt(), job, segments.mayChange(segment));
    }

    private static Somebody somebody(UUID id, Map<UUID, Principals.Principal> known) {
        Principals.Principal principal = known.get(id);
        return new Somebody(id, principal == null ? null : principal.kind(), principal == null ? null : principal.title());
    }
}
