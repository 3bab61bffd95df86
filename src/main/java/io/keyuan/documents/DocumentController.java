package io.keyuan.documents;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Records;
import io.keyuan.engine.Row;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.document.DocumentFormat;
import io.keyuan.engine.document.Documents;
import io.keyuan.engine.document.LeftEmpty;
import io.keyuan.engine.document.OfferedFields;
import io.keyuan.engine.document.Starters;
import io.keyuan.engine.file.KeptFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Makes a document of a record, and tells whoever writes templates what they may ask for. */
@RestController
class DocumentController {

    /** Which of what a template asks for stays empty, by its paths. */
    private static final String LEFT = "Left-Empty";

    /** More a header has no room for, and nobody reads. */
    private static final int MOST_LEFT = 50;

    private final Addressed addressed;
    private final Records records;
    private final Templates templates;
    private final Documents documents;
    private final KeptFiles files;
    private final OfferedFields offered;
    private final Starters starters;
    private final AuditTrail trail;

    DocumentController(
            Addressed addressed, Records records, Templates templates, Documents documents, KeptFiles files, OfferedFields offered,
            Starters starters, AuditTrail trail) {
        this.addressed = addressed;
        this.records = records;
        this.templates = templates;
        this.documents = documents;
        this.files = files;
        this.offered = offered;
        this.starters = starters;
        this.trail = trail;
    }

    /**
     * What somebody asks for.
     *
     * @param template the id of the template
     * @param format {@code docx} or {@code pdf}
     * @param keep whether it becomes a file of the record instead of the answer
     */
    record Wanted(@Nullable String template, @Nullable String format, @Nullable Boolean keep) {}

    @PostMapping("/api/v1/{object}/{id}/documents")
    ResponseEntity<?> make(@PathVariable String object, @PathVariable String id, @RequestBody Wanted wanted) {
        ObjectType type = addressed.object(object);
        requireWhole(type);
        UUID record = addressed.id(id);
        Row row = records.get(type, record);
        DocumentFormat format = DocumentFormat.of(wanted.format());
        boolean keep = Boolean.TRUE.equals(wanted.keep());
        if (keep) {
            files.requireChange(type, record);
        }
        Templates.Ready template = templates.ready(type, wanted.template());
        Documents.Made made = documents.make(type, record, template.content(), format);
        String name = DocumentNames.of(template.name(), String.valueOf(row.get(type.title())), format);
        trail.keep(new AuditEvent("document-made", type.name(), record, Map.of(
                "template", template.name(), "format", format.code(), "kept", keep)));
        return keep ? kept(type, record, name, made) : sent(name, format, made);
    }

    /** What is only a part of others has no page to stand on. */
    private static void requireWhole(ObjectType type) {
        if (type.parent() != null) {
            throw Problem.notFound();
        }
    }

    private ResponseEntity<?> kept(ObjectType type, UUID record, String name, Documents.Made made) {
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("file", files.keep(type, record, name, made.content()), "left", left(made.left())));
    }

    private static List<Map<String, String>> left(List<LeftEmpty> left) {
        return left.stream().map(each -> Map.of("path", each.path(), "why", each.why().code())).toList();
    }

    private static ResponseEntity<?> sent(String name, DocumentFormat format, Documents.Made made) {
        var disposition = ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header(LEFT, made.left().stream().map(each -> each.path() + ";" + each.why().code()).distinct().limit(MOST_LEFT).collect(Collectors.joining(",")))
                .body(made.content());
    }

    /** What templates for records of this object may ask for; with the values of a record where one is named. */
    @GetMapping("/api/v1/{object}/merge-fields")
    Map<String, Object> fields(@PathVariable String object, @RequestParam(required = false) @Nullable String record) {
        ObjectType type = addressed.object(object);
        requireWhole(type);
        UUID id = record == null || record.isBlank() ? null : addressed.id(record);
        if (id != null) {
            records.get(type, id);
        }
        return Map.of("groups", offered.of(type, id));
    }

    /** A template to begin with, in the caller's language. */
    @GetMapping("/api/v1/{object}/document-starter")
    ResponseEntity<?> start(@PathVariable String object) {
        ObjectType type = addressed.object(object);
        requireWhole(type);
        return sent(DocumentNames.of(starters.title(type), DocumentFormat.DOCX.code()), DocumentFormat.DOCX, new Documents.Made(starters.sheet(type), List.of()));
    }
}
