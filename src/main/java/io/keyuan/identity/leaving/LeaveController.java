package io.keyuan.identity.leaving;

import static io.keyuan.identity.User.USER;

import io.keyuan.engine.Access;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.Right;
import io.keyuan.engine.Row;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.assign.Handover;
import io.keyuan.engine.jobs.Jobs;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets somebody leave: first to see what would pass on, then to do it. */
@RestController
@RequestMapping("/api/v1/users/{id}/leave")
class LeaveController {

    private final Handover handover;
    private final Ties ties;
    private final Jobs jobs;
    private final Records records;
    private final Access access;
    private final Words words;

    LeaveController(Handover handover, Ties ties, Jobs jobs, Records records, Access access, Words words) {
        this.handover = handover;
        this.ties = ties;
        this.jobs = jobs;
        this.records = records;
        this.access = access;
        this.words = words;
    }

    /**
     * @param on the first day they are gone; null or past for now
     * @param reports the new manager of those who report to them; null for the successor
     */
    record Wanted(@Nullable String successor, @Nullable String on, @Nullable String reports) {}

    /** What would pass on: numbers only, also of what the caller may not see. */
    @GetMapping
    Map<String, Object> preview(@PathVariable UUID id) {
        requireRight();
        records.get(USER, id);
        List<Map<String, Object>> owned = new ArrayList<>();
        for (ObjectType type : handover.objects()) {
            int count = handover.count(type, id);
            if (count > 0) {
                owned.add(Map.of("object", type.path(), "label", words.plural(type), "count", count));
            }
        }
        Map<String, Object> preview = new LinkedHashMap<>();
        preview.put("records", owned);
        Ties.ALL.forEach(tie -> preview.put(tie.name(), ties.count(tie, id)));
        return preview;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> leave(@PathVariable UUID id, @RequestBody Wanted wanted) {
        requireRight();
        Row person = records.get(USER, id);
        List<Fault> faults = new ArrayList<>();
        if (LeaveJob.isCaller(id)) {
            faults.add(Fault.whole("not-yourself"));
        }
        UUID successor = heir("successor", wanted.successor(), id, faults);
        UUID manager = wanted.reports() == null ? successor : heir("reports", wanted.reports(), id, faults);
        Instant at = words.begin(wanted.on(), faults);
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults.toArray(Fault[]::new));
        }
        UUID job = jobs.submit(LeaveJob.KIND, String.valueOf(person.get(USER.name)), at, any -> new Order(id, successor, manager));
        return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(jobs.describe(job));
    }

    /** @return the person who leaves where there is a fault */
    private UUID heir(String path, @Nullable String given, UUID leaving, List<Fault> faults) {
        if (given == null || given.isBlank()) {
            faults.add(Fault.at(path, "required"));
            return leaving;
        }
        try {
            UUID id = UUID.fromString(given);
            Choice account = records.get(USER, id).get(USER.account);
            if (id.equals(leaving)) {
                faults.add(Fault.at(path, "leaves-oneself"));
            } else if (account != null && account.code().equals("disabled")) {
                faults.add(Fault.at(path, "has-left"));
            }
            return id;
        } catch (IllegalArgumentException | Problem unknown) {
            faults.add(Fault.at(path, "unknown-reference"));
            return leaving;
        }
    }

    private void requireRight() {
        if (!access.may(Right.EDIT, USER)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
    }

    /** What is said in the caller's language, and days in the company's time zone. */
    @Component
    static class Words {

        private final Messages messages;
        private final TenantSettings settings;

        Words(Messages messages, TenantSettings settings) {
            this.messages = messages;
            this.settings = settings;
        }

        String plural(ObjectType type) {
            return messages.plural(Caller.current().locale(), type);
        }

        Instant begin(@Nullable String day, List<Fault> faults) {
            try {
                Instant wanted = day == null || day.isBlank() ? Instant.EPOCH : LocalDate.parse(day).atStartOfDay(settings.zone()).toInstant();
                return wanted.isBefore(Instant.now()) ? Instant.now() : wanted;
            } catch (DateTimeException noDay) {
                faults.add(Fault.at("on", "not-date"));
                return Instant.now();
            }
        }
    }
}
