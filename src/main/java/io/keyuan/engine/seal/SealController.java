package io.keyuan.engine.seal;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.jobs.Jobs;
import java.net.URI;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The state of the chain, and its verification; administrators only. */
@RestController
@RequestMapping("/api/v1/audit")
class SealController {

    private static final int PAGE = 50;
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    private final SealStore seals;
    private final Jobs jobs;

    SealController(SealStore seals, Jobs jobs) {
        this.seals = seals;
        this.jobs = jobs;
    }

    record Wanted(@Nullable String since) {}

    /** @param before a number of a block; the newest where nothing is said */
    @GetMapping("/seals")
    Map<String, @Nullable Object> seals(@RequestParam(required = false) @Nullable Long before) {
        requireAdministrator();
        List<SealStore.Listed> found = seals.newest(before, PAGE + 1);
        List<SealStore.Listed> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", shown.stream().map(SealController::item).toList());
        answer.put("next", found.size() > PAGE ? shown.getLast().number() : null);
        return answer;
    }

    private static Map<String, Object> item(SealStore.Listed seal) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("number", seal.number());
        item.put("at", seal.at().toString());
        item.put("rows", seal.rows());
        item.put("hash", HexFormat.of().formatHex(seal.hash()));
        return item;
    }

    /** The newest verification, running or ended; none answers an empty list. */
    @GetMapping("/verifications")
    Map<String, Object> verifications() {
        requireAdministrator();
        return Map.of("items", jobs.describeNewest(VerificationJob.NAME).stream().limit(1).map(Jobs.Described::shown).toList());
    }

    @PostMapping("/verifications")
    ResponseEntity<Map<String, Object>> verify(@RequestBody Wanted body) {
        requireAdministrator();
        String since = body.since() == null || body.since().isBlank() ? null : body.since().strip().toLowerCase(Locale.ROOT);
        if (since != null && !HASH.matcher(since).matches()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("since", "bad-hash"));
        }
        UUID job = jobs.submit(VerificationJob.NAME, "", id -> new VerificationJob.Order(since));
        return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(jobs.describe(job));
    }

    private static void requireAdministrator() {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-audit"));
        }
    }
}
