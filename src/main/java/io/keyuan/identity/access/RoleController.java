package io.keyuan.identity.access;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles, and who has them; kept by administrators. */
@RestController
class RoleController {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DESCRIPTION = 500;

    /** The role nobody can change; who has it stands with the person. */
    private static final String ADMINISTRATOR = "administrator";

    private final RoleBook book;
    private final RoleHolders holders;
    private final RoleForm form;
    private final Messages messages;

    RoleController(RoleBook book, RoleHolders holders, RoleForm form, Messages messages) {
        this.book = book;
        this.holders = holders;
        this.form = form;
        this.messages = messages;
    }

    /** @param id null for the administrator, who may everything */
    record Shown(
            @Nullable UUID id, @Nullable String code, String name, @Nullable String description, long version, boolean initial,
            boolean changed, int people, List<RoleForm.GrantForm> grants) {}

    /** @param name may be left out where the ready-made name holds */
    record Body(
            @Nullable String name, @Nullable String description, @Nullable Long version, @Nullable Boolean initial,
            @Nullable List<RoleForm.GrantForm> grants) {}

    @GetMapping("/api/v1/roles")
    Map<String, List<Shown>> list() {
        checkAdministrator();
        Map<UUID, Integer> people = holders.howMany();
        List<Shown> items = new ArrayList<>();
        items.add(new Shown(null, ADMINISTRATOR, text("role." + ADMINISTRATOR), text("role." + ADMINISTRATOR + ".help"), 0, false, false, holders.administrators(), List.of()));
        book.all().forEach(role -> items.add(shown(role, people.getOrDefault(role.id(), 0))));
        return Map.of("items", items);
    }

    @GetMapping("/api/v1/roles/{id}")
    Shown get(@PathVariable UUID id) {
        checkAdministrator();
        return shown(book.get(id), holders.howMany().getOrDefault(id, 0));
    }

    @PostMapping("/api/v1/roles")
    @ResponseStatus(HttpStatus.CREATED)
    Shown create(@RequestBody Body body) {
        checkAdministrator();
        Role role = book.create(wanted(body, true));
        return shown(role, holders.howMany().getOrDefault(role.id(), 0));
    }

    @PutMapping("/api/v1/roles/{id}")
    Shown change(@PathVariable UUID id, @RequestBody Body body) {
        checkAdministrator();
        RoleBook.Wanted wanted = asItCame(wanted(body, book.get(id).code() == null), book.get(id).code());
        return shown(book.change(id, version(body.version()), wanted), holders.howMany().getOrDefault(id, 0));
    }

    @PostMapping("/api/v1/roles/{id}/reset")
    Shown reset(@PathVariable UUID id, @RequestParam String version) {
        checkAdministrator();
        book.get(id);
        return shown(book.reset(id, number(version)), holders.howMany().getOrDefault(id, 0));
    }

    @DeleteMapping("/api/v1/roles/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        checkAdministrator();
        book.delete(id);
    }

    /** @param roles none for whoever has the role of those who were given none */
    record OfPerson(@Nullable Set<UUID> roles) {}

    @GetMapping("/api/v1/users/{id}/roles")
    OfPerson ofPerson(@PathVariable UUID id) {
        if (!Caller.current().person().equals(id)) {
            checkAdministrator();
        }
        book.checkPerson(id);
        return new OfPerson(book.of(id));
    }

    @PutMapping("/api/v1/users/{id}/roles")
    OfPerson give(@PathVariable UUID id, @RequestBody OfPerson wanted) {
        checkAdministrator();
        book.give(id, wanted.roles() == null ? Set.of() : wanted.roles());
        return new OfPerson(book.of(id));
    }

    private RoleBook.Wanted wanted(Body body, boolean named) {
        String name = blankToNull(body.name());
        if (named && name == null) {
            throw RoleForm.wrong("name", "required");
        }
        limit("name", name, LONGEST_NAME);
        limit("description", body.description(), LONGEST_DESCRIPTION);
        return new RoleBook.Wanted(name, blankToNull(body.description()), Boolean.TRUE.equals(body.initial()), form.read(body.grants()));
    }

    /** Words that a ready-made role has anyway are not kept, so that everybody goes on reading them in their own language. */
    private RoleBook.Wanted asItCame(RoleBook.Wanted wanted, @Nullable String code) {
        return code == null ? wanted : new RoleBook.Wanted(
                unless(text("role." + code), wanted.name()), unless(text("role." + code + ".help"), wanted.description()), wanted.initial(),
                wanted.grants());
    }

    private static @Nullable String unless(String known, @Nullable String given) {
        return known.equals(given) ? null : given;
    }

    private static void limit(String path, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw RoleForm.wrong(path, "too-long", longest, text.length());
        }
    }

    private static long number(String version) {
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException e) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("version", "bad-value"));
        }
    }

    private static long version(@Nullable Long version) {
        if (version == null) {
            throw Problem.of(ProblemKind.PRECONDITION_REQUIRED, Fault.at("version", "required"));
        }
        return version;
    }

    private Shown shown(Role role, int people) {
        String name = role.name() != null ? role.name() : text("role." + role.code());
        String description = role.description() != null || role.code() == null ? role.description() : text("role." + role.code() + ".help");
        return new Shown(
                role.id(), role.code(), name, description, role.version(), role.initial(), role.changed(), people, form.of(role.grants()));
    }

    private String text(String key) {
        return messages.text(Caller.current().locale(), key);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void checkAdministrator() {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-read"));
        }
    }
}
