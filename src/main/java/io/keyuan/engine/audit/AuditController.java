package io.keyuan.engine.audit;

import io.keyuan.engine.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the trail is looked through; administrators only. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private final AuditParameters parameters;
    private final TrailSearch search;
    private final TrailView view;
    private final TrailExport export;
    private final WaitingEvents waiting;
    private final TrailWords words;
    private final TrailNaming naming;

    AuditController(
            AuditParameters parameters, TrailSearch search, TrailView view, TrailExport export, WaitingEvents waiting, TrailWords words,
            TrailNaming naming) {
        this.parameters = parameters;
        this.search = search;
        this.view = view;
        this.export = export;
        this.waiting = waiting;
        this.words = words;
        this.naming = naming;
    }

    @GetMapping
    Map<String, @Nullable Object> find(@RequestParam Map<String, String> query) {
        AuditQuery wanted = parameters.read(query);
        waiting.flush();
        TrailSearch.Found found = search.find(wanted);
        TrailNames names = naming.of(found.rows());
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", found.rows().stream().map(row -> view.of(row, names)).toList());
        answer.put("next", found.next() == null ? null : found.next().toString());
        answer.put("searchedTo", found.searchedTo() == null ? null : found.searchedTo().toString());
        return answer;
    }

    /** Everything that may be looked for by kind. */
    @GetMapping("/kinds")
    Map<String, Object> kinds() {
        AuditParameters.requireAdministrator();
        List<Map<String, String>> items = words.kinds(Caller.current().locale()).entrySet().stream()
                .map(kind -> Map.of("kind", kind.getKey(), "label", kind.getValue()))
                .toList();
        return Map.of("items", items);
    }

    /** Written on the request's own thread, to which the caller is bound. */
    @GetMapping("/export")
    void export(@RequestParam Map<String, String> query, HttpServletResponse response) throws IOException {
        AuditQuery wanted = parameters.read(query).before(parameters.page(query), AuditQuery.MOST);
        String file = "audit-" + LocalDate.now(java.time.ZoneOffset.UTC) + ".csv";
        waiting.flush();
        export.announce(wanted, file);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file, StandardCharsets.UTF_8).build().toString());
        export.write(wanted, response.getOutputStream());
    }
}
