package io.keyuan.engine.segment;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.bulk.ChosenRecords;
import io.keyuan.engine.jobs.Jobs;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Puts records into static segments and takes them out: some at once, many by a job. */
@RestController
@RequestMapping("/api/v1/segments/{id}/members")
class MemberController {

    /** Of each list. */
    private static final int MOST = 1_000;

    private final Addressed addressed;
    private final AccessibleSegments segments;
    private final SegmentKeeping keeping;
    private final ChosenRecords records;
    private final Jobs jobs;

    MemberController(Addressed addressed, AccessibleSegments segments, SegmentKeeping keeping, ChosenRecords records, Jobs jobs) {
        this.addressed = addressed;
        this.segments = segments;
        this.keeping = keeping;
        this.records = records;
        this.jobs = jobs;
    }

    record Some(@Nullable List<@Nullable String> add, @Nullable List<@Nullable String> remove) {}

    /**
     * What came of it: whoever asks for the contrary takes it back.
     *
     * @param added those that were in it no sooner
     * @param removed those that were in it
     */
    record Changed(Set<UUID> added, Set<UUID> removed) {}

    /**
     * @param filter which records, of a whole list
     * @param ids which records, one by one
     * @param remove whether they are taken out
     */
    record Many(@Nullable String filter, @Nullable List<@Nullable String> ids, @Nullable Boolean remove) {}

    @PostMapping
    Changed some(@PathVariable String id, @RequestBody Some some) {
        Segment segment = fillable(id);
        Set<UUID> add = ids("add", some.add());
        Set<UUID> remove = ids("remove", some.remove());
        if (add.isEmpty() && remove.isEmpty()) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("add", "which-records"));
        }
        return keeping.put(segment, segments.type(segment), add, remove);
    }

    @PostMapping("/bulk")
    ResponseEntity<Map<String, Object>> many(@PathVariable String id, @RequestBody Many many) {
        Segment segment = fillable(id);
        ObjectType type = segments.type(segment);
        var order = new PutMembers.Order(type.name(), segment.id(), records.read(type, many.filter(), many.ids()), Boolean.TRUE.equals(many.remove()));
        UUID job = jobs.submit(PutMembers.KIND, segment.name(), any -> order);
        return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(jobs.describe(job));
    }

    private Segment fillable(String id) {
        Segment segment = segments.changeable(addressed.id(id));
        if (segment.isLive()) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("segment-is-live"));
        }
        return segment;
    }

    private static Set<UUID> ids(String path, @Nullable List<@Nullable String> given) {
        List<@Nullable String> texts = given == null ? new ArrayList<>() : given;
        if (texts.size() > MOST) {
            throw Problem.of(ProblemKind.TOO_LARGE, Fault.at(path, "too-many-rows", MOST));
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (String text : texts) {
            try {
                ids.add(UUID.fromString(text == null ? "" : text));
            } catch (IllegalArgumentException e) {
                throw Problem.of(ProblemKind.MALFORMED, Fault.at(path, "bad-id"));
            }
        }
        return ids;
    }
}
