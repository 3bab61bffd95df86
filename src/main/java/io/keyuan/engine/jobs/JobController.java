package io.keyuan.engine.jobs;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows people their long work, and lets them stop it and take what could not be done. */
@RestController
@RequestMapping("/api/v1/jobs")
class JobController {

    private static final int PAGE = 50;

    private final Jobs jobs;
    private final JobView view;
    private final StoredFiles files;
    private final JobKinds kinds;
    private final LeftRecords leftRecords;
    private final AuditTrail trail;

    JobController(Jobs jobs, JobView view, StoredFiles files, JobKinds kinds, LeftRecords leftRecords, AuditTrail trail) {
        this.jobs = jobs;
        this.view = view;
        this.files = files;
        this.kinds = kinds;
        this.leftRecords = leftRecords;
        this.trail = trail;
    }

    @GetMapping
    Map<String, @Nullable Object> list(@RequestParam(required = false) @Nullable String page) {
        List<Job> found = jobs.page(page == null ? null : id(page), PAGE + 1);
        List<Job> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", view.of(shown));
        answer.put("next", found.size() > PAGE ? shown.getLast().id() : null);
        return answer;
    }

    private static UUID id(String page) {
        try {
            return UUID.fromString(page);
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("page", "bad-page"));
        }
    }

    @GetMapping("/{id}")
    Map<String, Object> get(@PathVariable UUID id) {
        return view.of(jobs.get(id));
    }

    @PostMapping("/{id}/cancel")
    Map<String, Object> cancel(@PathVariable UUID id) {
        return view.of(jobs.cancel(id));
    }

    @PostMapping("/{id}/pause")
    Map<String, Object> pause(@PathVariable UUID id) {
        return view.of(jobs.pause(id));
    }

    @PostMapping("/{id}/resume")
    Map<String, Object> resume(@PathVariable UUID id) {
        return view.of(jobs.resume(id));
    }

    /** Takes back what a job changed, as a job of its own. */
    @PostMapping("/{id}/undo")
    ResponseEntity<Map<String, Object>> undo(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean insist) {
        UUID undoing = jobs.undo(id, insist);
        return ResponseEntity.accepted().location(URI.create(JobView.address(undoing))).body(view.of(jobs.get(undoing)));
    }

    /** What a job left as it was, and why; nothing of a job that leaves rows of a file, or none. */
    @GetMapping("/{id}/left")
    LeftRecords.First left(@PathVariable UUID id) throws IOException {
        Job job = jobs.get(id);
        UUID file = job.failures();
        if (file == null || kinds.left(job) == null || files.info(file) == null) {
            return LeftRecords.First.NONE;
        }
        try (InputStream content = files.open(file)) {
            return leftRecords.first(content);
        }
    }

    /** Written on the request's own thread, to which the caller is bound. */
    @GetMapping("/{id}/failures")
    void failures(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Job job = jobs.get(id);
        UUID file = job.failures();
        StoredFiles.Info info = file == null ? null : files.info(file);
        if (file == null || info == null) {
            throw Problem.notFound();
        }
        trail.keep(AuditEvent.of("failed-rows-downloaded", Map.of("file", info.name(), "size", info.size(), "job", id.toString())));
        var disposition = ContentDisposition.attachment().filename(info.name(), StandardCharsets.UTF_8).build();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        try (InputStream content = files.open(file)) {
            LeftRecords.File left = kinds.left(job);
            if (left == null) {
                content.transferTo(response.getOutputStream());
            } else {
                leftRecords.tell(left, content, response.getOutputStream());
            }
        }
    }
}
