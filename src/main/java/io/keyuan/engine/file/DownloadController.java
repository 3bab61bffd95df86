package io.keyuan.engine.file;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.audit.Disclosures;
import io.keyuan.engine.file.FileGate.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Hands out the bytes of files: to be kept, and only what runs nothing to be shown in a page. */
@RestController
class DownloadController {

    private final Addressed addressed;
    private final FileGate gate;
    private final RecordFiles files;
    private final ContentStore store;
    private final AuditTrail trail;

    DownloadController(Addressed addressed, FileGate gate, RecordFiles files, ContentStore store, AuditTrail trail) {
        this.addressed = addressed;
        this.gate = gate;
        this.files = files;
        this.store = store;
        this.trail = trail;
    }

    @GetMapping("/api/v1/{object}/{id}/files/{file}/content")
    void get(
            @PathVariable String object, @PathVariable String id, @PathVariable String file,
            @RequestParam(defaultValue = "false") boolean inline, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(object, id, file, null, inline, new ServletWebRequest(request, response));
    }

    @GetMapping("/api/v1/{object}/{id}/files/{file}/versions/{version}/content")
    void get(
            @PathVariable String object, @PathVariable String id, @PathVariable String file, @PathVariable String version,
            @RequestParam(defaultValue = "false") boolean inline, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(object, id, file, version, inline, new ServletWebRequest(request, response));
    }

    private void send(String object, String id, String file, @Nullable String version, boolean inline, ServletWebRequest exchange)
            throws IOException {
        Place place = gate.toRead(object, id);
        RecordFile found = files.get(place, addressed.id(file));
        Attribute<?> attribute = gate.attribute(place, found);
        if (attribute != null) {
            Disclosures.note(attribute, place.record());
            // What is written to the answer byte by byte passes nobody else who keeps it.
            Disclosures.keep(trail);
        }
        RecordFile.Version wanted = files.version(found, version == null ? null : addressed.id(version));
        HttpServletResponse response = Objects.requireNonNull(exchange.getResponse());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (exchange.checkNotModified('"' + wanted.hash() + '"')) {
            return;
        }
        Span span = Span.of(exchange.getRequest(), wanted);
        if (span.length() < 0) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + wanted.size());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        try (InputStream content = store.open(Caller.current().tenant(), wanted.hash(), span.from())) {
            head(response, found.name(), wanted, inline);
            span.announce(response, wanted.size());
            StreamUtils.copyRange(content, response.getOutputStream(), 0, span.length() - 1);
        } catch (NoSuchFileException missing) {
            throw Problem.of(ProblemKind.NOT_FOUND, Fault.whole("file-content-missing"));
        }
    }

    /** Even where the type were wrong, a browser would neither guess another nor run what it holds. */
    private static void head(HttpServletResponse response, String name, RecordFile.Version version, boolean inline) {
        boolean shown = inline && FileTypes.isShown(version.type());
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment()).filename(name, StandardCharsets.UTF_8).build();
        response.setContentType(shown ? version.type() : "application/octet-stream");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
