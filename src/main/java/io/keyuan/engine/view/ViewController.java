package io.keyuan.engine.view;

import io.keyuan.engine.Access;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.KnownRoles;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Principals;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.api.IfMatch;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The views of whoever asks: their own, and those others keep for them. */
@RestController
@RequestMapping("/api/v1/views")
class ViewController {

    private final Addressed addressed;
    private final ObjectTypes types;
    private final Access access;
    private final Principals principals;
    private final SavedViewStore store;
    private final ViewReading reading;
    private final KnownRoles roles;

    ViewController(
            Addressed addressed, ObjectTypes types, Access access, Principals principals, SavedViewStore store, ViewReading reading, KnownRoles roles) {
        this.addressed = addressed;
        this.types = types;
        this.access = access;
        this.principals = principals;
        this.store = store;
        this.reading = reading;
        this.roles = roles;
    }

    record Somebody(UUID id, @Nullable String kind, @Nullable String title) {}

    /** @param mayChange whether the caller may write it anew and delete it */
    record Shown(
            UUID id, long version, String object, String name, Somebody owner, boolean everyone, List<Somebody> sharedWith, List<Somebody> firstFor,
            String filter, List<String> sort, List<String> columns, String shows, @Nullable String group, @Nullable String measure,
            @Nullable String kind, boolean mayChange) {}

    @GetMapping
    Map<String, List<Shown>> list(@RequestParam String object) {
        ObjectType type = addressed.object(object);
        return Map.of("items", shown(store.of(type.name(), Caller.current().person(), own())));
    }

    /** Those that others have too, of all objects; for whoever may set up everything. */
    List<Shown> shared() {
        return shown(store.shared().stream().filter(view -> types.byName(view.object()) != null).toList());
    }

    @PostMapping
    ResponseEntity<Shown> create(@RequestBody ViewInput input) {
        ObjectType type = input.object() == null ? null : types.byPath(input.object());
        if (type == null || type.parent() != null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("object", input.object() == null ? "required" : "bad-value"));
        }
        addressed.object(type.path());
        SavedView view = reading.read(type, Ids.next(), 1, null, input);
        if (store.countOwned(type.name(), view.owner()) >= SavedViewStore.MOST) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("too-many", SavedViewStore.MOST));
        }
        store.add(view);
        return ResponseEntity.created(URI.create("/api/v1/views/" + view.id())).body(shown(List.of(view)).getFirst());
    }

    @PutMapping("/{id}")
    Shown replace(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String match, @RequestBody ViewInput input) {
        SavedView before = changeable(id);
        ObjectType type = addressed.object(type(before).path());
        if (input.object() != null && !input.object().equals(type.path())) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("object", "not-writable"));
        }
        SavedView view = reading.read(type, before.id(), IfMatch.version(match), before, input);
        if (!store.replace(view)) {
            throw Problem.of(ProblemKind.STALE, Fault.whole("stale"));
        }
        return shown(List.of(mine(id))).getFirst();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        store.delete(changeable(id).id());
    }

    private SavedView mine(String id) {
        SavedView view = store.find(addressed.id(id), Caller.current().person(), own());
        if (view == null || !access.may(Right.READ, type(view))) {
            throw Problem.notFound();
        }
        return view;
    }

    private SavedView changeable(String id) {
        SavedView view = mine(id);
        if (!mayChange(view)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("not-your-view"));
        }
        return view;
    }

    private boolean mayChange(SavedView view) {
        return view.owner().equals(Caller.current().person()) || access.may(Right.CONFIGURE, type(view));
    }

    private ObjectType type(SavedView view) {
        ObjectType type = types.byName(view.object());
        if (type == null) {
            throw Problem.notFound();
        }
        return type;
    }

    private Set<UUID> own() {
        return principals.including(Caller.current().person());
    }

    private List<Shown> shown(List<SavedView> views) {
        Set<UUID> named = new HashSet<>();
        views.forEach(view -> {
            named.add(view.owner());
            named.addAll(view.sharedWith());
        });
        Map<UUID, Principals.Principal> known = principals.of(named);
        return views.stream().map(view -> shown(view, known)).toList();
    }

    private Shown shown(SavedView view, Map<UUID, Principals.Principal> known) {
        SavedView.Look look = view.look();
        return new Shown(
                view.id(), view.version(), type(view).path(), view.name(), somebody(view.owner(), known), view.everyone(),
                view.sharedWith().stream().sorted().map(id -> somebody(id, known)).toList(), firstFor(view), look.filter(), look.sort(), look.columns(),
                look.shows(), look.group(), look.measure(), look.kind(), mayChange(view));
    }

    /** A role that is gone is nobody's. */
    private List<Somebody> firstFor(SavedView view) {
        if (view.firstFor().isEmpty()) {
            return List.of();
        }
        Map<UUID, String> names = roles.all();
        return names.entrySet().stream()
                .filter(role -> view.firstFor().contains(role.getKey()))
                .map(role -> new Somebody(role.getKey(), null, role.getValue()))
                .toList();
    }

    private static Somebody somebody(UUID id, Map<UUID, Principals.Principal> known) {
        Principals.Principal principal = known.get(id);
        return new Somebody(id, principal == null ? null : principal.kind(), principal == null ? null : principal.title());
    }
}
