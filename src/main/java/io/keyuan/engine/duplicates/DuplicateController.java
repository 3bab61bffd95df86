package io.keyuan.engine.duplicates;

import io.keyuan.engine.Access;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.jobs.Jobs;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records that are about the same: those like a draft, those among all, and what is to happen with them. */
@RestController
@RequestMapping("/api/v1/{object}/duplicates")
class DuplicateController {

    private static final int MOST = 50;

    private final Addressed addressed;
    private final Records records;
    private final Access access;
    private final DuplicatePages pages;
    private final Dismissals dismissals;
    private final Settings settings;
    private final Scans scans;

    DuplicateController(
            Addressed addressed, Records records, Access access, DuplicatePages pages, Dismissals dismissals, Settings settings, Scans scans) {
        this.addressed = addressed;
        this.records = records;
        this.access = access;
        this.pages = pages;
        this.dismissals = dismissals;
        this.settings = settings;
        this.scans = scans;
    }

    /**
     * What somebody types.
     *
     * @param id of the record they change; null for a new one
     * @param values of attributes, as far as they are known
     */
    record Question(@Nullable String id, @Nullable Map<String, @Nullable Object> values) {}

    /** Records of which something is said together. */
    record Together(@Nullable List<@Nullable String> records) {}

    /** @param onSave a code of {@link OnSave} */
    record Rule(@Nullable String onSave) {}

    /**
     * How an object's records are kept apart.
     *
     * @param scannedAt when all were last compared; null where they never were
     * @param underway whether they are being compared now, whoever wanted it
     */
    record Standing(String onSave, @Nullable OffsetDateTime scannedAt, boolean underway, boolean mayScan, boolean mayConfigure) {}

    @PostMapping
    Map<String, Object> ask(@PathVariable String object, @RequestBody Question question) {
        ObjectType type = compared(object);
        Map<String, @Nullable Object> values = question.values() == null ? new LinkedHashMap<>() : question.values();
        Draft draft = (question.id() == null ? Draft.create(type, values) : Draft.update(type, addressed.id(question.id()), null, values))
                .minding(Draft.Lookalikes.ASKED);
        records.judge(new Batch(type, List.of(draft)));
        ProblemKind failure = draft.failure();
        if (failure == ProblemKind.FORBIDDEN || failure == ProblemKind.NOT_FOUND) {
            throw new Problem(failure, draft.faults(), Map.of());
        }
        return Map.of("candidates", draft.told().getOrDefault("candidates", List.of()));
    }

    @GetMapping
    DuplicatePages.Page list(
            @PathVariable String object, @RequestParam(defaultValue = "open") String state, @RequestParam(required = false) @Nullable String page) {
        ObjectType type = compared(object);
        return switch (state) {
            case "open" -> pages.open(type, page);
            case "dismissed" -> pages.dismissed(type);
            default -> throw Problem.of(ProblemKind.MALFORMED, Fault.at("state", "bad-parameter"));
        };
    }

    @PostMapping("/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable String object, @RequestBody Together together) {
        dismissals.dismiss(compared(object), ids(together));
    }

    @PostMapping("/reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(@PathVariable String object, @RequestBody Together together) {
        dismissals.reopen(compared(object), ids(together));
    }

    @GetMapping("/standing")
    Standing standing(@PathVariable String object) {
        return settings.standing(compared(object));
    }

    @PutMapping("/standing")
    Standing rule(@PathVariable String object, @RequestBody Rule rule) {
        ObjectType type = compared(object);
        if (!access.may(Right.CONFIGURE, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-configure"));
        }
        settings.rules().set(type, OnSave.of(String.valueOf(rule.onSave()))
                .orElseThrow(() -> Problem.of(ProblemKind.RULE_BROKEN, Fault.at("onSave", "bad-value"))));
        return settings.standing(type);
    }

    @PostMapping("/scan")
    ResponseEntity<Map<String, Object>> scan(@PathVariable String object) {
        ObjectType type = compared(object);
        if (!access.may(Right.BULK, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-bulk"));
        }
        UUID job = scans.begin(type);
        return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(scans.jobs().describe(job));
    }

    private ObjectType compared(String object) {
        ObjectType type = addressed.object(object);
        if (type.sameness() == null) {
            throw Problem.notFound();
        }
        return type;
    }

    private Set<UUID> ids(Together together) {
        List<@Nullable String> given = together.records() == null ? List.of() : together.records();
        if (given.size() > MOST) {
            throw Problem.of(ProblemKind.TOO_LARGE, Fault.at("records", "too-many-rows", MOST));
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (String text : given) {
            try {
                ids.add(UUID.fromString(text == null ? "" : text));
            } catch (IllegalArgumentException e) {
                throw Problem.of(ProblemKind.MALFORMED, Fault.at("records", "bad-id"));
            }
        }
        return ids;
    }

    /** What a company has settled, and how far it is. */
    @org.springframework.stereotype.Component
    record Settings(SavingRules rules, PairStore pairs, Access access, Scans scans) {

        Standing standing(ObjectType type) {
            return new Standing(
                    rules.of(type).code(), pairs.scannedAt(type), scans.isUnderway(),
                    access.may(Right.BULK, type), access.may(Right.CONFIGURE, type));
        }
    }

    /** Looks through all records, one company's once at a time. */
    @org.springframework.stereotype.Component
    record Scans(Jobs jobs, Positions positions, Messages messages, TransactionTemplate transaction) {

        /** Whoever wanted it: pairs are found for everybody. */
        boolean isUnderway() {
            return Caller.current().unbounded().get(() -> jobs.isUnderway(ScanDuplicates.KIND));
        }

        UUID begin(ObjectType type) {
            return Objects.requireNonNull(transaction.execute(status -> {
                positions.begin();
                if (isUnderway()) {
                    throw Problem.of(ProblemKind.CONFLICT, Fault.whole("scan-underway"));
                }
                var language = Caller.current().locale();
                String title = messages.plural(language, type) + " · " + messages.text(language, "duplicate.scan");
                return jobs.submit(ScanDuplicates.KIND, title, any -> new ScanDuplicates.Order(type.name()));
            }));
        }
    }
}
