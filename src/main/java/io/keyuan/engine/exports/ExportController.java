package io.keyuan.engine.exports;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.jobs.Jobs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of every object as files. */
@RestController
@RequestMapping("/api/v1/{object}/export")
class ExportController {

    private static final Set<String> KNOWN = Set.of("format", "filter", "sort", "fields", "bom");

    private final Addressed addressed;
    private final ExportOrders orders;
    private final Exports exports;
    private final ExportFile file;
    private final Jobs jobs;

    ExportController(Addressed addressed, ExportOrders orders, Exports exports, ExportFile file, Jobs jobs) {
        this.addressed = addressed;
        this.orders = orders;
        this.exports = exports;
        this.file = file;
        this.jobs = jobs;
    }

    /** At once, and therefore no more than somebody waits for. */
    @GetMapping
    void get(@PathVariable String object, @RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        if (!KNOWN.containsAll(parameters.keySet())) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.whole("unknown-parameter"));
        }
        ExportOrder order = orders.read(addressed.object(object), new ExportRequest(
                parameters.get("format"), parameters.get("filter"), null, parameters.get("sort"), parameters.get("fields"), bom(parameters.get("bom"))));
        List<UUID> ids = exports.ids(order);
        if (ids.size() > Exports.MOST) {
            throw Problem.of(ProblemKind.TOO_LARGE, Fault.whole("export-by-job", Exports.MOST));
        }
        exports.write(order, ids, response);
    }

    private static @Nullable Boolean bom(@Nullable String text) {
        return switch (text) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.of(ProblemKind.MALFORMED, Fault.at("bom", "bad-parameter"));
        };
    }

    /** At once, or by a job where there is too much to wait for. */
    @PostMapping
    @Nullable ResponseEntity<Map<String, Object>> post(
            @PathVariable String object, @RequestBody ExportRequest request, HttpServletResponse response) throws IOException {
        ObjectType type = addressed.object(object);
        ExportOrder order = orders.read(type, request);
        List<UUID> few = few(order);
        if (few != null) {
            exports.write(order, few, response);
            return null;
        }
        UUID job = jobs.submit(ExportJob.KIND, file.title(type), any -> order);
        return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(jobs.describe(job));
    }

    /** @return null where they are many, or so hard to find that nobody waits for it */
    private @Nullable List<UUID> few(ExportOrder order) {
        try {
            List<UUID> ids = exports.ids(order);
            return ids.size() > Exports.MOST ? null : ids;
        } catch (RuntimeException slow) {
            if (isStopped(slow)) {
                return null;
            }
            throw slow;
        }
    }

    private static boolean isStopped(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException database && "57014".equals(database.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
