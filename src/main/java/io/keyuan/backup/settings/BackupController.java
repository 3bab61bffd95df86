package io.keyuan.backup.settings;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Problem;
import io.keyuan.engine.jobs.Jobs;
import io.keyuan.engine.jobs.StoredFiles;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What Settings shows and does about backups. */
@RestController
@RequestMapping("/api/v1/backups")
class BackupController {

    private final Backups backups;
    private final StoredFiles files;
    private final AuditTrail trail;

    BackupController(Backups backups, StoredFiles files, AuditTrail trail) {
        this.backups = backups;
        this.files = files;
        this.trail = trail;
    }

    @PostMapping
    ResponseEntity<Map<String, @Nullable Object>> take() {
        UUID job = backups.take();
        return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(backups.get(job));
    }

    @GetMapping
    Map<String, Object> list() {
        return Map.of("items", backups.list());
    }

    /** Written on the request's own thread, to which the caller is bound. */
    @GetMapping("/{id}/file")
    void file(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        UUID file = backups.file(id);
        StoredFiles.Info info = files.info(file);
        if (info == null) {
            throw Problem.notFound();
        }
        trail.keep(AuditEvent.of("backup-downloaded", Map.of("file", info.name(), "size", info.size())));
        var disposition = ContentDisposition.attachment().filename(info.name(), StandardCharsets.UTF_8).build();
        response.setContentType("application/gzip");
        response.setContentLengthLong(info.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        try (InputStream content = files.open(file)) {
            content.transferTo(response.getOutputStream());
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        backups.delete(id);
        trail.keep(AuditEvent.of("backup-deleted", Map.of("job", id.toString())));
    }
}
