package io.keyuan.engine.api;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Page;
import io.keyuan.engine.Records;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.ReadOnlyRows;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records of every object: listed, read, created, changed, deleted and brought back. */
@RestController
@RequestMapping("/api/v1/{object}")
class RecordController {

    private final Addressed addressed;
    private final ListParameters parameters;
    private final Records records;
    private final Creations creations;
    private final Answers answers;
    private final ReadOnlyRows readOnly;

    RecordController(
            Addressed addressed, ListParameters parameters, Records records, Creations creations, Answers answers, ReadOnlyRows readOnly) {
        this.addressed = addressed;
        this.parameters = parameters;
        this.records = records;
        this.creations = creations;
        this.answers = answers;
        this.readOnly = readOnly;
    }

    @GetMapping
    ResponseEntity<byte[]> list(@PathVariable String object, @RequestParam Map<String, String> query) {
        ObjectType type = addressed.object(object);
        boolean asksForRights = parameters.asksForRights(query);
        Page page = records.list(parameters.read(type, query));
        return answers.page(page, asksForRights ? readOnly.among(type, page.rows()) : null);
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> get(
            @PathVariable String object,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean deleted,
            @RequestParam(required = false) @Nullable String asOf) {
        ObjectType type = addressed.object(object);
        UUID record = addressed.id(id);
        Instant moment = ListParameters.asOf(asOf);
        if (moment != null) {
            return answers.record(ResponseEntity.ok(), records.get(type, record, moment));
        }
        return answers.record(ResponseEntity.ok(), deleted ? records.getDeleted(type, record) : records.get(type, record));
    }

    @PostMapping
    ResponseEntity<byte[]> create(
            @PathVariable String object,
            @RequestBody Map<String, @Nullable Object> body,
            @RequestParam(required = false) @Nullable String duplicates,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        ObjectType type = addressed.object(object);
        Row created = creations.create(Draft.create(type, body).minding(ListParameters.lookalikes(duplicates)), key);
        return answers.record(ResponseEntity.created(URI.create("/api/v1/" + object + "/" + created.get(type.id))), created);
    }

    @PatchMapping("/{id}")
    ResponseEntity<byte[]> update(
            @PathVariable String object,
            @PathVariable String id,
            @RequestBody Map<String, @Nullable Object> body,
            @RequestParam(required = false) @Nullable String duplicates,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
        ObjectType type = addressed.object(object);
        Draft draft = Draft.update(type, addressed.id(id), IfMatch.version(match), body).minding(ListParameters.lookalikes(duplicates));
        return answers.record(ResponseEntity.ok(), save(draft));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable String object,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
        ObjectType type = addressed.object(object);
        Long version = match == null ? null : IfMatch.version(match);
        records.save(new Batch(type, List.of(Draft.delete(type, addressed.id(id), version))));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<byte[]> restore(@PathVariable String object, @PathVariable String id) {
        ObjectType type = addressed.object(object);
        return answers.record(ResponseEntity.ok(), save(Draft.restore(type, addressed.id(id))));
    }

    private Row save(Draft draft) {
        return records.saved(records.save(new Batch(draft.type(), List.of(draft))).drafts().getFirst());
    }
}
