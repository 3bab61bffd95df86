package io.keyuan.engine.attribute;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Languages;
import io.keyuan.engine.ObjectDefinition;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.IfMatch;
import io.keyuan.engine.attribute.ObjectTable.Written;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Objects that a company defines, changes, takes away and brings back: for administrators. */
@RestController
@RequestMapping("/api/v1/objects")
class ObjectController {

    private final ObjectStore store;
    private final SettledObjects settled;

    ObjectController(ObjectStore store, SettledObjects settled) {
        this.store = store;
        this.settled = settled;
    }

    /**
     * As answers show it.
     *
     * @param label in the caller's language
     * @param removedAt when it was taken away; null where it is there
     * @param keptUntil until when it can be brought back; null where it is there
     */
    record Shown(
            String path, long version, String label, String plural, Map<String, String> labels, Map<String, String> plurals, Map<String, String> titles,
            String description, String icon, int place, boolean owned, boolean staged, @Nullable Instant removedAt, @Nullable Instant keptUntil) {

        static Shown of(Written written) {
            ObjectDefinition definition = written.definition();
            Locale language = Languages.closest(Caller.current().locale());
            Instant removed = definition.removedAt();
            return new Shown(
                    definition.path(), written.version(), definition.label(language), definition.plural(language), definition.labels(),
                    definition.plurals(), definition.titles(), definition.description(), definition.icon(), definition.place(),
                    definition.owned(), definition.staged(), removed, removed == null ? null : removed.plus(AttributeUpkeep.KEPT));
        }
    }

    @GetMapping
    Map<String, List<Shown>> list() {
        requireAdministrator();
        return Map.of("items", store.all().stream().map(Shown::of).toList());
    }

    @PostMapping
    @Transactional
    public ResponseEntity<Shown> create(@RequestBody ObjectForm.Body body) {
        requireAdministrator();
        store.begin();
        ObjectForm.New wanted = ObjectForm.read(body, store::isTaken);
        if (store.all().size() >= ObjectStore.MOST) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("too-many", ObjectStore.MOST));
        }
        store.add(wanted.definition());
        settled.added(wanted);
        Shown shown = Shown.of(get(wanted.definition().path()));
        return ResponseEntity.created(URI.create("/api/v1/objects/" + shown.path())).body(shown);
    }

    @PatchMapping("/{path}")
    @Transactional
    public Shown change(
            @PathVariable String path, @RequestHeader(name = "If-Match", required = false) @Nullable String match, @RequestBody ObjectForm.Body body) {
        requireAdministrator();
        long version = IfMatch.version(match);
        Written before = get(path);
        requireDone(before.version() == version);
        ObjectDefinition after = ObjectForm.read(before.definition(), body);
        requireDone(store.change(before, after));
        settled.changed("object-changed", after);
        return Shown.of(get(path));
    }

    @DeleteMapping("/{path}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void remove(@PathVariable String path) {
        requireAdministrator();
        Written before = get(path);
        if (before.definition().removedAt() == null) {
            settled.requireUnused(before.definition());
            requireDone(store.remove(before, Instant.now()));
            settled.changed("object-removed", before.definition());
        }
    }

    @PostMapping("/{path}/restore")
    @Transactional
    public Shown restore(@PathVariable String path) {
        requireAdministrator();
        Written before = get(path);
        if (before.definition().removedAt() != null) {
            requireDone(store.remove(before, null));
            settled.broughtBack(before.definition());
        }
        return Shown.of(get(path));
    }

    private static void requireAdministrator() {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-set-up-objects"));
        }
    }

    private Written get(String path) {
        Written written = store.find(path);
        if (written == null) {
            throw Problem.notFound();
        }
        return written;
    }

    private static void requireDone(boolean done) {
        if (!done) {
            throw Problem.of(ProblemKind.STALE, Fault.whole("stale"));
        }
    }
}
