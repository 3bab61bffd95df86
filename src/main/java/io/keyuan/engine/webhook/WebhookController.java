package io.keyuan.engine.webhook;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.api.IfMatch;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What administrators settle about who is told of changes. */
@RestController
@RequestMapping(WebhookController.PATH)
class WebhookController {

    static final String PATH = "/api/v1/webhooks";

    private static final Duration BESIDE = Duration.ofHours(24);

    private final Addressed addressed;
    private final WebhookStore store;
    private final WebhookSecrets secrets;
    private final WebhookReading reading;
    private final AuditTrail trail;

    WebhookController(Addressed addressed, WebhookStore store, WebhookSecrets secrets, WebhookReading reading, AuditTrail trail) {
        this.addressed = addressed;
        this.store = store;
        this.secrets = secrets;
        this.reading = reading;
        this.trail = trail;
    }

    /** @param secret told once, when it is made */
    record Shown(
            UUID id, long version, String name, String url, List<String> objects, List<String> actions, boolean ownNetwork, boolean active,
            @Nullable Instant troubledSince, @Nullable String secret) {

        static Shown of(Webhook webhook, @Nullable String secret) {
            return new Shown(
                    webhook.id(), webhook.version(), webhook.name(), webhook.url(), webhook.objects(), webhook.actions(), webhook.ownNetwork(),
                    webhook.active(), webhook.troubledSince(), secret);
        }

        /** The secret belongs in no log. */
        @Override
        public String toString() {
            return "Shown[" + name + "]";
        }
    }

    static void requireRight() {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
    }

    @GetMapping
    Map<String, List<Shown>> list() {
        requireRight();
        return Map.of("items", store.all().stream().map(webhook -> Shown.of(webhook, null)).toList());
    }

    @PostMapping
    @Transactional
    public ResponseEntity<Shown> create(@RequestBody WebhookReading.Body body) {
        requireRight();
        Webhook webhook = reading.read(Ids.next(), 1, null, body);
        if (store.all().size() >= WebhookStore.MOST) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("too-many", WebhookStore.MOST));
        }
        String secret = Signature.newSecret();
        store.add(webhook, secrets.seal(secret, webhook.id()));
        keep("webhook-added", webhook);
        return ResponseEntity.created(URI.create(PATH + "/" + webhook.id())).body(Shown.of(webhook, secret));
    }

    @PutMapping("/{id}")
    @Transactional
    public Shown replace(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody WebhookReading.Body body) {
        Webhook before = get(id);
        Webhook webhook = reading.read(before.id(), IfMatch.version(match), before, body);
        if (!store.replace(webhook)) {
            throw Problem.of(ProblemKind.STALE, Fault.whole("stale"));
        }
        keep("webhook-changed", webhook);
        return Shown.of(get(id), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void delete(@PathVariable String id) {
        Webhook webhook = get(id);
        store.delete(webhook.id());
        keep("webhook-removed", webhook);
    }

    /** A new secret; the former one signs beside it for a day. */
    @PostMapping("/{id}/secret")
    @Transactional
    public Shown renew(@PathVariable String id) {
        Webhook webhook = get(id);
        String secret = Signature.newSecret();
        store.newSecret(webhook.id(), secrets.seal(secret, webhook.id()), BESIDE);
        keep("webhook-secret-renewed", webhook);
        return Shown.of(webhook, secret);
    }

    private void keep(String kind, Webhook webhook) {
        trail.keep(AuditEvent.of(kind, Map.of("name", webhook.name(), "url", webhook.url(), "active", webhook.active())));
    }

    private Webhook get(String id) {
        requireRight();
        Webhook webhook = store.find(addressed.id(id));
        if (webhook == null) {
            throw Problem.notFound();
        }
        return webhook;
    }
}
