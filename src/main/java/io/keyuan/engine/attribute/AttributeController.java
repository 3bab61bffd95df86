package io.keyuan.engine.attribute;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeDefinition;
import io.keyuan.engine.AttributeKind;
import io.keyuan.engine.AttributeUses;
import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.EditableChoiceLists;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.api.IfMatch;
import io.keyuan.engine.attribute.DefinitionTable.Written;
import io.keyuan.engine.jobs.Errands;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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

/** Attributes that a company adds to an object, changes, takes away and brings back: for whoever may set up the object. */
@RestController
@RequestMapping("/api/v1/{object}/attributes")
class AttributeController {

    private final Addressed addressed;
    private final Access access;
    private final DefinitionStore store;
    private final AttributeForm form;
    private final AttributeJson json;
    private final Settled settled;

    AttributeController(Addressed addressed, Access access, DefinitionStore store, AttributeForm form, AttributeJson json, Settled settled) {
        this.addressed = addressed;
        this.access = access;
        this.store = store;
        this.form = form;
        this.json = json;
        this.settled = settled;
    }

    @GetMapping
    Map<String, List<AttributeJson.Shown>> list(@PathVariable String object) {
        return Map.of("items", listed(configurable(object)));
    }

    private List<AttributeJson.Shown> listed(ObjectType type) {
        return json.all(type, store.of(type));
    }

    @PostMapping
    @Transactional
    public ResponseEntity<AttributeJson.Shown> create(@PathVariable String object, @RequestBody AttributeForm.Body body) {
        ObjectType type = configurable(object);
        store.begin();
        AttributeForm.New wanted = form.read(type, body);
        requireRoom(type);
        store.add(wanted.definition());
        settled.added(type, wanted);
        AttributeJson.Shown shown = json.of(get(type, wanted.definition().name()));
        return ResponseEntity.created(URI.create("/api/v1/" + type.path() + "/attributes/" + shown.name())).body(shown);
    }

    private void requireRoom(ObjectType type) {
        if (store.of(type).size() >= DefinitionStore.MOST) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("too-many", DefinitionStore.MOST));
        }
    }

    @PatchMapping("/{name}")
    @Transactional
    public AttributeJson.Shown change(
            @PathVariable String object, @PathVariable String name, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody AttributeForm.Body body) {
        ObjectType type = configurable(object);
        Written before = current(type, name, match);
        AttributeDefinition after = form.read(before.definition(), body);
        if (before.definition().filterable() && !after.filterable()) {
            settled.requireUnused(type, before.definition());
        }
        requireDone(store.change(before, after));
        settled.changed("attribute-changed", type, after);
        return json.of(get(type, name));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void remove(@PathVariable String object, @PathVariable String name) {
        ObjectType type = configurable(object);
        Written before = get(type, name);
        if (before.definition().removedAt() == null) {
            settled.requireUnused(type, before.definition());
            requireDone(store.remove(before, Instant.now()));
            settled.changed("attribute-removed", type, before.definition());
        }
    }

    @PostMapping("/{name}/restore")
    @Transactional
    public AttributeJson.Shown restore(@PathVariable String object, @PathVariable String name) {
        ObjectType type = configurable(object);
        Written before = get(type, name);
        if (before.definition().removedAt() != null) {
            requireDone(store.remove(before, null));
            settled.changed("attribute-restored", type, before.definition());
        }
        return json.of(get(type, name));
    }

    private ObjectType configurable(String object) {
        ObjectType type = addressed.object(object);
        if (!access.may(Right.CONFIGURE, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-set-up"));
        }
        return type;
    }

    private Written get(ObjectType type, String name) {
        Written written = store.find(type, name);
        if (written == null) {
            throw Problem.notFound();
        }
        return written;
    }

    private Written current(ObjectType type, String name, @Nullable String match) {
        long version = IfMatch.version(match);
        Written written = get(type, name);
        requireDone(written.version() == version);
        return written;
    }

    private static void requireDone(boolean done) {
        if (!done) {
            throw Problem.of(ProblemKind.STALE, Fault.whole("stale"));
        }
    }
}
