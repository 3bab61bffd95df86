package io.keyuan.engine.configuration;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.web.FaultWords;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is set up, as a file to take along, to compare and to apply; for administrators. */
@RestController
@RequestMapping("/api/v1/configuration")
class ConfigurationController {

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

    private final Configuration configuration;
    private final ConfigurationYaml yaml;
    private final FaultWords words;

    ConfigurationController(Configuration configuration, ConfigurationYaml yaml, FaultWords words) {
        this.configuration = configuration;
        this.yaml = yaml;
        this.words = words;
    }

    /**
     * @param file its text
     * @param remove whether what is here and not in the file goes, of the parts that are in the file
     * @param state as the preview answered it
     */
    record Body(@Nullable String file, @Nullable Boolean remove, @Nullable String state) {}

    record Shown(String state, List<Map<String, @Nullable Object>> items) {}

    @GetMapping
    ResponseEntity<String> read(@RequestParam(required = false) @Nullable String parts) {
        requireAdministrator();
        return ResponseEntity.ok()
                .contentType(YAML)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("keyuan.yaml").build().toString())
                .body(yaml.write(configuration.current(parts(parts))));
    }

    private Set<String> parts(@Nullable String wanted) {
        Set<String> known = configuration.names();
        if (wanted == null || wanted.isBlank()) {
            return known;
        }
        Set<String> parts = new LinkedHashSet<>(List.of(wanted.split(",")));
        if (!known.containsAll(parts)) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("parts", "bad-value"));
        }
        return parts;
    }

    @PostMapping("/preview")
    Shown preview(@RequestBody Body body) {
        requireAdministrator();
        return shown(configuration.preview(file(body), Boolean.TRUE.equals(body.remove())));
    }

    @PostMapping("/apply")
    Shown apply(@RequestBody Body body) {
        requireAdministrator();
        ConfigurationFile file = file(body);
        if (body.state() == null || body.state().isBlank()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("state", "required"));
        }
        return shown(configuration.apply(file, Boolean.TRUE.equals(body.remove()), body.state()));
    }

    private ConfigurationFile file(Body body) {
        if (body.file() == null || body.file().isBlank()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("file", "required"));
        }
        return yaml.read(body.file(), configuration.names());
    }

    private Shown shown(Configuration.Outcome outcome) {
        return new Shown(outcome.state(), outcome.changes().stream().map(this::shown).toList());
    }

    private Map<String, @Nullable Object> shown(Change change) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("part", change.part());
        json.put("key", change.key());
        json.put("change", change.kind());
        json.put("differences", change.differences());
        json.put("errors", change.faults().stream().map(fault -> words.of(fault, Caller.current().locale())).toList());
        return json;
    }

    private static void requireAdministrator() {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-configure"));
        }
    }
}
