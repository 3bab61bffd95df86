package io.keyuan.rights;

import static org.awaitility.Awaitility.await;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.rights.Known.Somebody;
import io.keyuan.rights.Known.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A company of the running program, and what is known of it. */
final class World {

    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled", "undone");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final TestTenant tenant;
    final TestClient admin;
    final Known known = new Known();
    final Map<Somebody, TestClient> clients = new LinkedHashMap<>();
    private Instant lastEnd = Instant.EPOCH;

    World(TestTenant tenant) {
        this.tenant = tenant;
        this.admin = tenant.administrator();
    }

    static Map<String, Object> ref(String id) {
        return Map.of("id", id);
    }

    static @Nullable Map<String, Object> refOrNull(@Nullable String id) {
        return id == null ? null : ref(id);
    }

    TestClient client(Somebody person) {
        return Objects.requireNonNull(clients.get(person));
    }

    String create(String path, Map<String, @Nullable Object> body) {
        return admin.post(path, body).expect(201).id();
    }

    /** Every result of a batch is good. */
    List<String> batch(String path, String what, List<? extends Map<String, @Nullable Object>> rows) {
        TestAnswer answer = admin.post(path + "/batch", Map.of(what, rows)).expect(200);
        List<String> ids = new ArrayList<>();
        for (JsonNode result : answer.at("/results")) {
            if (result.get("status").asInt() > 299) {
                throw new AssertionError(answer);
            }
            ids.add(result.get("id").asString());
        }
        return ids;
    }

    void share(Thing thing, String kind, String to, String principal, boolean editing, boolean along, @Nullable Instant until) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("kind", kind);
        body.put("to", Map.of("kind", to, "id", principal));
        body.put("editing", editing);
        body.put("along", along);
        body.put("until", until == null ? null : until.toString());
        admin.post(thing.address() + "/shares", body).expect(204);
        boolean collaborator = kind.equals("collaborator");
        known.shares.removeIf(share ->
                share.record().equals(thing.id) && share.principal().equals(principal) && share.collaborator() == collaborator);
        known.shares.add(new Known.Share(
                thing.id, principal, collaborator, collaborator || editing, collaborator || along, until != null));
        if (until != null && until.isAfter(lastEnd)) {
            lastEnd = until;
        }
    }

    void unshare(Known.Share share) {
        Thing thing = known.things.stream().filter(each -> each.id.equals(share.record())).findFirst().orElseThrow();
        String kind = share.collaborator() ? "collaborator" : "share";
        admin.delete(thing.address() + "/shares/" + share.principal() + "?kind=" + kind).expect(204);
        known.shares.remove(share);
    }

    /** What was given until a moment is over, and what rules give of the records there were is given. */
    void settle() {
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(lastEnd));
        await().atMost(PATIENCE).until(() -> admin.get("/api/v1/jobs").expect(200).items().stream()
                .allMatch(job -> ENDED.contains(job.path("state").asString(""))));
    }

    /** What the administrator reads of owners and customers; who else may is what is to be proved. */
    void look() {
        Map<String, Thing> byId = new HashMap<>();
        known.things.forEach(thing -> byId.put(thing.id, thing));
        for (Kind kind : Kind.values()) {
            @Nullable String next = "";
            while (next != null) {
                TestAnswer page = admin.get(kind.address() + "?limit=500&count=none&page=" + TestClient.encoded(next)).expect(200);
                page.items().forEach(item -> note(item, byId));
                next = page.next();
            }
        }
    }

    private static void note(JsonNode item, Map<String, Thing> byId) {
        Thing thing = byId.get(item.get("id").asString());
        if (thing != null) {
            thing.owner = text(item.at("/owner/id"));
            String customer = text(item.at("/customer/id"));
            thing.customer = customer == null ? null : byId.get(customer);
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
