package io.keyuan.engine.share;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Principals;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.Addressed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** To whom a record was given. */
@RestController
@RequestMapping("/api/v1/{object}/{id}/shares")
class ShareController {

    private static final Set<String> GIVEN_BY_PEOPLE = Set.of(Share.COLLABORATOR, Share.SHARE);
    private static final int LONGEST_NOTE = 500;

    private final Addressed addressed;
    private final Shares shares;
    private final Principals principals;
    private final SharesOfRecord told;

    ShareController(Addressed addressed, Shares shares, Principals principals, SharesOfRecord told) {
        this.addressed = addressed;
        this.shares = shares;
        this.principals = principals;
        this.told = told;
    }

    @GetMapping
    SharesOfRecord.Given list(@PathVariable String object, @PathVariable String id) {
        return told.of(owned(object), addressed.id(id));
    }

    /** @param kind {@code share} or {@code collaborator}; a collaborator works on the record as its owner does */
    record Giving(
            @Nullable String kind, @Nullable To to, @Nullable Boolean editing, @Nullable Boolean along, @Nullable Instant until,
            @Nullable String note) {

        record To(@Nullable String kind, @Nullable UUID id) {}
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable String object, @PathVariable String id, @RequestBody Giving giving) {
        ObjectType type = owned(object);
        shares.give(type, addressed.id(id), () -> share(giving));
    }

    private Share share(Giving giving) {
        String kind = giving.kind() == null ? Share.SHARE : giving.kind();
        boolean collaborator = kind.equals(Share.COLLABORATOR);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (!GIVEN_BY_PEOPLE.contains(kind)) {
            throw wrong("kind", "bad-value");
        }
        if (giving.until() != null && !giving.until().isAfter(now)) {
            throw wrong("until", "in-the-past");
        }
        if (giving.note() != null && giving.note().length() > LONGEST_NOTE) {
            throw wrong("note", "too-long", LONGEST_NOTE);
        }
        boolean editing = collaborator || Boolean.TRUE.equals(giving.editing());
        boolean along = collaborator || Boolean.TRUE.equals(giving.along());
        return new Share(principal(giving.to(), collaborator), kind, editing, along, giving.until(), blankToNull(giving.note()), Caller.current().person(), now);
    }

    private UUID principal(Giving.@Nullable To to, boolean collaborator) {
        String person = principals.kinds().iterator().next();
        if (to == null || to.id() == null) {
            throw wrong("to", "required");
        }
        String kind = to.kind() == null ? person : to.kind();
        if (!principals.kinds().contains(kind) || collaborator && !kind.equals(person)) {
            throw wrong("to.kind", "bad-value");
        }
        if (!principals.of(kind, Set.of(to.id())).containsKey(to.id())) {
            throw wrong("to", "unknown-reference");
        }
        return to.id();
    }

    @DeleteMapping("/{principal}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(
            @PathVariable String object, @PathVariable String id, @PathVariable String principal,
            @RequestParam(defaultValue = Share.SHARE) String kind) {
        if (!GIVEN_BY_PEOPLE.contains(kind)) {
            throw Problem.notFound();
        }
        shares.takeBack(owned(object), addressed.id(id), addressed.id(principal), kind);
    }

    private ObjectType owned(String object) {
        ObjectType type = addressed.object(object);
        if (!type.can(Capability.OWNED)) {
            throw Problem.notFound();
        }
        return type;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Problem wrong(String path, String code, Object... args) {
        return Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path, code, args));
    }
}
