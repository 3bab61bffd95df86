package io.keyuan.engine.imports;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.jobs.Jobs;
import io.keyuan.engine.jobs.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes files to be imported: what can be said against them at once is, the rest is a job. */
@RestController
class ImportController {

    private static final int LONGEST_MAP = 256 * 1024;

    /** Of single rows; whoever has more says it of all. */

    private final Preparation preparation;
    private final WorkFiles work;
    private final StoredFiles files;
    private final Jobs jobs;
    private final Starts starts;

    ImportController(Preparation preparation, WorkFiles work, StoredFiles files, Jobs jobs, Starts starts) {
        this.preparation = preparation;
        this.work = work;
        this.files = files;
        this.jobs = jobs;
        this.starts = starts;
    }

    @PostMapping(path = "/api/v1/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Map<String, Object>> take(MultipartHttpServletRequest form) throws IOException {
        MultipartFile file = form.getFile("file");
        if (file == null) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("file", "missing-parameter"));
        }
        Order order = order(form, name(file));
        try (WorkFiles.WorkFile copy = work.create()) {
            file.transferTo(copy.path());
            preparation.of(order, copy.path());
            UUID job = jobs.submit(ImportJob.KIND, order.name(), id -> order.of(store(id, order.name(), copy.path())));
            return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(jobs.describe(job));
        }
    }

    /**
     * Of a file that was brought before.
     *
     * @param decisions as {@link Decisions#of} takes them
     */
    record Start(@Nullable UUID upload, @Nullable Map<String, Object> map, boolean dryRun, @Nullable String automation,
            @Nullable Map<String, String> decisions) {}

    @PostMapping(path = "/api/v1/imports", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> start(
            @RequestBody Start start, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) throws IOException {
        if (start.upload() == null || start.map() == null) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at(start.map() == null ? "map" : "upload", "missing-parameter"));
        }
        UUID job = starts.start(start.upload(), start.map(), start.dryRun(), automation(start.automation()), start.decisions(), key == null ? UUID.randomUUID().toString() : key);
        return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(jobs.describe(job));
    }

    /** Without folders, of a long one the end, and without what cannot be stored or shown. */
    static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String end = last.substring(Math.max(0, last.length() - 200));
        String clean = end.replaceAll("[\\p{Cc}\\p{Cs}]", "").strip();
        return clean.isEmpty() ? "import.csv" : clean;
    }

    private static Order order(MultipartHttpServletRequest form, String name) throws IOException {
        String key = given(form, "key");
        return new Order(
                new UUID(0, 0), null, name, given(form, "object"), map(form), mode(given(form, "mode")),
                key == null ? List.of() : Words.list(key), isTrue(form, "ignore"), isTrue(form, "dryRun"), automation(given(form, "automation")),
                alike("duplicates", given(form, "duplicates")), null);
    }

    private static @Nullable String given(MultipartHttpServletRequest form, String parameter) {
        String value = form.getParameter(parameter);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** As a field or as a file. */
    private static @Nullable String map(MultipartHttpServletRequest form) throws IOException {
        MultipartFile file = form.getFile("map");
        if (file != null && file.getSize() > LONGEST_MAP) {
            throw MapProblem.at("", "map-too-long", LONGEST_MAP);
        }
        String text = file == null ? form.getParameter("map") : new String(file.getBytes(), StandardCharsets.UTF_8);
        if (text != null && text.length() > LONGEST_MAP) {
            throw MapProblem.at("", "map-too-long", LONGEST_MAP);
        }
        return text;
    }

    private static @Nullable Mode mode(@Nullable String mode) {
        try {
            return mode == null ? null : Mode.valueOf(mode.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("mode", "bad-parameter"));
        }
    }

    private static @Nullable Alike alike(String parameter, @Nullable String said) {
        try {
            return said == null ? null : Alike.valueOf(said.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at(parameter, "bad-parameter"));
        }
    }

    /** @param wanted {@code now}, {@code later}, or nothing for now */
    private static @Nullable String automation(@Nullable String wanted) {
        if (wanted != null && !wanted.equals("now") && !wanted.equals(Order.LATER)) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("automation", "bad-parameter"));
        }
        return Order.LATER.equals(wanted) ? Order.LATER : null;
    }

    private static boolean isTrue(MultipartHttpServletRequest form, String parameter) {
        String value = given(form, parameter);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at(parameter, "bad-parameter"));
        }
        return "true".equals(value);
    }

    private UUID store(UUID job, String name, Path content) {
        UUID stored = files.create(job, name);
        try (InputStream bytes = Files.newInputStream(content)) {
            files.append(stored, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return stored;
    }
}
