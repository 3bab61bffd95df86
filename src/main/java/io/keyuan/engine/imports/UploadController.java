package io.keyuan.engine.imports;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes a file once and helps to find out what is in it, until it is imported. */
@RestController
@RequestMapping("/api/v1/imports/uploads")
class UploadController {

    private final UploadStore uploads;
    private final Advice advice;

    UploadController(UploadStore uploads, Advice advice) {
        this.uploads = uploads;
        this.advice = advice;
    }

    /** How somebody corrects what was found out about a file. */
    record Reading(@Nullable String object, @Nullable String encoding, @Nullable String separator, @Nullable String sheet) {}

    /** A map as JSON, with object, key and mode in it. */
    record Proposal(@Nullable Map<String, Object> map) {}

    /** The same with what is decided of rows that are like records. */
    record Decided(@Nullable Map<String, Object> map, @Nullable Map<String, String> decisions) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Map<String, Object>> take(MultipartHttpServletRequest form) throws IOException {
        MultipartFile file = form.getFile("file");
        if (file == null) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("file", "missing-parameter"));
        }
        advice.refuseStrangers();
        try (InputStream content = file.getInputStream()) {
            Upload upload = uploads.add(ImportController.name(file), content);
            return ResponseEntity.created(URI.create("/api/v1/imports/uploads/" + upload.id())).body(described(upload));
        }
    }

    @GetMapping("/{id}")
    Map<String, Object> get(@PathVariable UUID id) {
        return described(uploads.get(id));
    }

    private static Map<String, Object> described(Upload upload) {
        return Map.of("id", upload.id(), "name", upload.name(), "size", upload.size(), "createdAt", upload.createdAt().toString());
    }

    @GetMapping("/{id}/survey")
    Map<String, @Nullable Object> survey(
            @PathVariable UUID id, @RequestParam String object, @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String separator, @RequestParam(required = false) @Nullable String sheet)
            throws IOException {
        return advice.survey(uploads.get(id), new Reading(object, given(encoding), given(separator), given(sheet)));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    @PostMapping("/{id}/values")
    UnknownValues.Found values(@PathVariable UUID id, @RequestBody Proposal proposal) throws IOException {
        return advice.values(uploads.get(id), proposal.map());
    }

    @PostMapping("/{id}/preview")
    Map<String, List<Map<String, @Nullable Object>>> preview(@PathVariable UUID id, @RequestBody Decided decided) throws IOException {
        return Map.of("rows", advice.preview(uploads.get(id), decided.map(), decided.decisions()));
    }
}
