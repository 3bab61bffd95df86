package io.keyuan.engine.numbering;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.api.IfMatch;
import io.keyuan.engine.jobs.Jobs;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How records get numbers by themselves, for whoever may set up their objects. */
@RestController
@RequestMapping("/api/v1/numbering")
class NumberingController {

    private final ObjectTypes types;
    private final Addressed addressed;
    private final Access access;
    private final NumberSettings settings;
    private final Messages messages;
    private final Jobs jobs;

    NumberingController(ObjectTypes types, Addressed addressed, Access access, NumberSettings settings, Messages messages, Jobs jobs) {
        this.types = types;
        this.addressed = addressed;
        this.access = access;
        this.settings = settings;
        this.messages = messages;
        this.jobs = jobs;
    }

    /**
     * As answers show it.
     *
     * @param object as in addresses
     * @param attribute the name of the attribute that holds the numbers
     */
    record Shown(
            String object, String label, String attribute, long version, boolean active, String format, String restart, boolean byHand, long next,
            List<String> preview) {}

    /**
     * As it is sent.
     *
     * @param object as in addresses
     * @param active null for yes
     * @param restart null for never
     * @param byHand null for yes
     * @param next null to go on where it is
     */
    record Input(
            @Nullable String object, @Nullable Boolean active, @Nullable String format, @Nullable String restart, @Nullable Boolean byHand,
            @Nullable Long next) {

        NumberSettings.Wanted wanted() {
            return new NumberSettings.Wanted(
                    !Boolean.FALSE.equals(active), format, restart == null ? Restart.NEVER.code() : restart, !Boolean.FALSE.equals(byHand), next);
        }
    }

    record Records(@Nullable String object) {}

    @GetMapping
    Map<String, List<Shown>> list() {
        Map<String, Series> all = settings.all();
        return Map.of("items", types.all().stream()
                .filter(type -> type.isThere() && type.numbered() != null && access.may(Right.READ, type) && access.may(Right.CONFIGURE, type))
                .map(type -> shown(type, settings.shown(all.get(type.name()))))
                .toList());
    }

    private Shown shown(ObjectType type, NumberSettings.Settings is) {
        Attribute<String> number = Objects.requireNonNull(type.numbered());
        return new Shown(
                type.path(), messages.label(language(), type), number.name(), is.version(), is.active(), is.format(), is.restart(), is.byHand(), is.next(),
                is.preview());
    }

    private static Locale language() {
        return Languages.closest(Caller.current().locale());
    }

    @PutMapping
    Shown replace(@RequestHeader(name = "If-Match", required = false) @Nullable String match, @RequestBody Input input) {
        ObjectType type = numbered(input.object());
        return shown(type, settings.replace(type, IfMatch.version(match), input.wanted()));
    }

    /** Gives numbers to the records that have none. */
    @PostMapping("/records")
    ResponseEntity<Map<String, Object>> number(@RequestBody Records wanted) {
        ObjectType type = numbered(wanted.object());
        if (!settings.read(type).active()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("object", "not-numbered"));
        }
        String title = messages.plural(language(), type) + " · " + messages.label(language(), Objects.requireNonNull(type.numbered()));
        UUID job = jobs.submit(NumberRecords.KIND, title, any -> new NumberRecords.Order(type.name()));
        return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(jobs.describe(job));
    }

    /** @throws Problem where there is no such object, its records have no numbers, or it is not the caller's to set up */
    private ObjectType numbered(@Nullable String object) {
        ObjectType type = addressed.object(object == null ? "" : object);
        if (!access.may(Right.CONFIGURE, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-set-up"));
        }
        if (type.numbered() == null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("object", "not-numbered"));
        }
        return type;
    }
}
