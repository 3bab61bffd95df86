package io.keyuan.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.LiveStream;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.rights.Known.Somebody;
import io.keyuan.rights.Known.Thing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Doors that open by themselves, and those of long work: what one hears live, what one follows, and what became of a file. */
final class News {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> OF_ONESELF = List.of("/api/v1/followed", "/api/v1/mentions", "/api/v1/jobs", "/api/v1/metadata");

    /** Which name records of everybody, and what was in them. */
    private static final List<String> OF_ADMINISTRATORS = List.of(
            "/api/v1/changes", "/api/v1/audit", "/api/v1/audit/export", "/api/v1/audit/seals", "/api/v1/audit/verifications", "/api/v1/backups",
            "/api/v1/roles", "/api/v1/settings/mail/letters");

    private News() {}

    /** What names records without having been asked for one. */
    static void check(Reader reader) {
        for (String path : OF_ONESELF) {
            TestAnswer answer = reader.client().get(path).expect(200);
            for (Thing thing : reader.world().known.living()) {
                if (!reader.sees(thing)) {
                    assertThat(answer.content()).as("%s by %s", path, reader.who()).doesNotContain("\"" + thing.name + "\"");
                }
            }
        }
        OF_ADMINISTRATORS.forEach(path -> assertThat(reader.client().get(path).status()).as("%s by %s", path, reader.who()).isEqualTo(403));
        Told.check(reader);
        // Whoever sets up no object is told of no rule of any.
        assertThat(reader.client().get("/api/v1/sharing-rules").expect(200).items()).isEmpty();
        assertThat(reader.client().get("/api/v1/assignment-rules").expect(200).items()).isEmpty();
    }

    /** Everybody has a window open while the administrator changes records. */
    static void live(World world, Reference rules, Chance chance) {
        String department = world.known.departmentAbove.keySet().iterator().next();
        Map<Somebody, LiveStream> windows = new LinkedHashMap<>();
        world.clients.forEach((person, client) -> windows.put(person, LiveStream.of(client)));
        Set<Thing> changed = new HashSet<>();
        for (Kind kind : Kind.values()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            List<Thing> things = chance.few(15, world.known.living().stream().filter(thing -> thing.kind == kind).toList());
            things.forEach(thing -> rows.add(Map.of("id", thing.id, "externalId", "live " + thing.id)));
            changed.addAll(things);
            world.batch(kind.address(), "update", rows.stream().map(HashMap::new).toList());
        }
        // Everybody sees departments: whoever has heard of this has heard of all before.
        world.batch("/api/v1/departments", "update", List.of(new HashMap<>(Map.of("id", department, "externalId", "heard"))));
        for (var window : windows.entrySet()) {
            Reader reader = Reader.of(world, rules, window.getKey());
            Set<String> heard = heard(window.getValue().until(department));
            Set<String> expected = Reader.names(changed.stream().filter(reader::sees).toList());
            assertThat(reader.named(List.copyOf(heard))).as("heard live by %s", reader.who()).isEqualTo(expected);
            close(window.getValue());
        }
    }

    private static void close(LiveStream window) {
        try {
            window.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> heard(List<LiveStream.Event> events) {
        Set<String> heard = new HashSet<>();
        Set<String> objects = new HashSet<>();
        for (Kind kind : Kind.values()) {
            objects.add(kind.path());
        }
        for (LiveStream.Event event : events) {
            JsonNode changes = JsonMapper.shared().readTree(event.data()).path("changes");
            for (JsonNode change : changes) {
                if (objects.contains(change.get("object").asString())) {
                    change.path("records").forEach(record -> heard.add(record.get("id").asString()));
                }
            }
        }
        return heard;
    }

    /** A file names every customer; only rows with customers one sees find theirs, and nobody else looks into the work. */
    static void imports(Reader reader, TestClient stranger) {
        boolean may = reader.rules().may(reader.person(), Kind.CONTACT, "import")
                && reader.rules().may(reader.person(), Kind.CONTACT, "create")
                && reader.rules().attribute(reader.person(), Kind.CONTACT, "customer").equals("write");
        if (!may) {
            return;
        }
        StringBuilder file = new StringBuilder("n,c\n");
        List<Thing> customers = reader.world().known.living().stream().filter(thing -> thing.kind == Kind.CUSTOMER).toList();
        customers.forEach(customer -> file.append("new at ").append(customer.id).append(',').append(customer.name).append('\n'));
        String map = "object: contacts\ncolumns: {n: name, c: {field: customer, by: name, missing: fail}}\n";
        String address = "/api/v1/imports?object=contacts&mode=create&dryRun=true&map=" + TestClient.encoded(map);
        TestAnswer taken = reader.client().upload(address, "contacts.csv", file.toString());
        assertThat(taken.status()).as("import by %s: %s", reader.who(), taken).isEqualTo(202);
        String job = "/api/v1/jobs/" + taken.id();
        await().atMost(PATIENCE).until(() -> Set.of("done", "failed").contains(reader.client().get(job).expect(200).text("/state")));
        JsonNode result = reader.client().get(job).expect(200).at("/result");
        int seen = (int) customers.stream().filter(reader::sees).count();
        assertThat(result.path("failed").asInt()).as("rows that failed for %s: %s", reader.who(), result).isEqualTo(customers.size() - seen);
        assertThat(result.path("created").asInt()).as("rows that found theirs for %s: %s", reader.who(), result).isEqualTo(seen);
        stranger.get(job).expect(404);
        stranger.get(job + "/failures").expect(404);
        assertThat(stranger.get("/api/v1/jobs").expect(200).content()).doesNotContain(Objects.requireNonNull(taken.id()));
    }
}
