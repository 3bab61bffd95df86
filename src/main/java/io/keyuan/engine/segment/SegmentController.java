package io.keyuan.engine.segment;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.api.IfMatch;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The segments of whoever asks: their own, and those others share. Their members are listed by a filter, as any records. */
@RestController
@RequestMapping("/api/v1/segments")
class SegmentController {

    private final Addressed addressed;
    private final ObjectTypes types;
    private final AccessibleSegments segments;
    private final SegmentReading reading;
    private final SegmentKeeping keeping;
    private final SegmentJson json;

    SegmentController(
            Addressed addressed, ObjectTypes types, AccessibleSegments segments, SegmentReading reading, SegmentKeeping keeping, SegmentJson json) {
        this.addressed = addressed;
        this.types = types;
        this.segments = segments;
        this.reading = reading;
        this.keeping = keeping;
        this.json = json;
    }

    @GetMapping
    Map<String, List<SegmentJson.Shown>> list(@RequestParam(required = false) @Nullable String object) {
        return Map.of("items", json.of(segments.all(object == null ? null : addressed.object(object).name())));
    }

    @GetMapping("/{id}")
    SegmentJson.Shown get(@PathVariable String id) {
        return shown(segments.get(addressed.id(id)));
    }

    @PostMapping
    ResponseEntity<SegmentJson.Shown> create(@RequestBody SegmentInput input) {
        ObjectType type = input.object() == null ? null : types.byPath(input.object());
        if (type == null || type.parent() != null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("object", input.object() == null ? "required" : "bad-value"));
        }
        addressed.object(type.path());
        Segment segment = reading.read(type, Ids.next(), 1, null, input);
        keeping.add(segment);
        return ResponseEntity.created(URI.create("/api/v1/segments/" + segment.id())).body(shown(segments.get(segment.id())));
    }

    @PutMapping("/{id}")
    SegmentJson.Shown replace(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody SegmentInput input) {
        Segment before = segments.changeable(addressed.id(id));
        ObjectType type = segments.type(before);
        if (input.object() != null && !input.object().equals(type.path())) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("object", "not-writable"));
        }
        Segment segment = reading.read(type, before.id(), IfMatch.version(match), before, input);
        keeping.replace(before, segment);
        return shown(segments.get(segment.id()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        keeping.delete(segments.changeable(addressed.id(id)).id());
    }

    private SegmentJson.Shown shown(Segment segment) {
        return json.of(List.of(segment)).getFirst();
    }
}
