package io.keyuan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.rights.Known.Somebody;
import io.keyuan.rights.Known.Thing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What is offered before anything is done: who and what an assignment is about, what leaving would move, what a file would find. */
final class Offered {

    private static final String RULE = "by turns";

    /** What points to what. */
    private static final Map<Kind, List<Kind>> HANGING = Map.of(
            Kind.CUSTOMER, List.of(Kind.CONTACT, Kind.OPPORTUNITY, Kind.CONTACT_LOG, Kind.TASK),
            Kind.CONTACT, List.of(Kind.OPPORTUNITY, Kind.CONTACT_LOG),
            Kind.OPPORTUNITY, List.of(Kind.CONTACT_LOG, Kind.TASK));

    private Offered() {}

    /** A rule by which customers can be given, the file of a backup: of their addresses everybody is told the same. */
    static List<String> prepare(World world) {
        String rule = world.create("/api/v1/assignment-rules", Map.of(
                "object", "customers", "name", RULE, "method", "round-robin", "active", true, "people", List.of(world.admin.person())));
        String backup = Objects.requireNonNull(world.admin.post("/api/v1/backups", Map.of()).expect(202).id());
        world.settle();
        return List.of("/api/v1/assignment-rules/" + rule, "/api/v1/backups/" + backup + "/file", "/api/v1/demo");
    }

    static void check(Reader reader, Chance chance, List<String> closed, Findings findings) {
        findings.at(() -> closed.forEach(path -> refused(reader, path)));
        findings.at(() -> people(reader));
        for (Kind kind : Kind.values()) {
            findings.at(() -> many(reader, kind));
        }
        chance.few(20, reader.world().known.living()).forEach(thing -> findings.at(() -> one(reader, thing)));
    }

    private static void refused(Reader reader, String path) {
        assertThat(reader.client().get(path).status()).as("%s by %s", path, reader.who()).isEqualTo(403);
    }

    /** What people may do is their own business and the administrators'; what leaving would move is for who keeps the people. */
    private static void people(Reader reader) {
        for (Somebody other : reader.world().clients.keySet()) {
            TestAnswer roles = reader.client().get("/api/v1/users/" + other.id + "/roles").expect(other == reader.person() ? 200 : 403);
            if (other == reader.person()) {
                Set<String> told = roles.at("/roles").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
                assertThat(told).as("roles of %s", reader.who()).isEqualTo(other.roles);
            }
            refused(reader, "/api/v1/users/" + other.id + "/leave");
        }
    }

    private static void many(Reader reader, Kind kind) {
        boolean may = reader.knows(kind) && reader.rules().may(reader.person(), kind, "assign");
        TestAnswer offer = reader.client().get(kind.address() + "/assign");
        assertThat(offer.status()).as("what moves along with %s by %s", kind, reader.who()).isEqualTo(may ? 200 : 403);
        if (may) {
            assertThat(objects(offer)).as("what moves along with %s by %s", kind, reader.who()).isEqualTo(movable(reader, kind));
            assertThat(offer.content().contains(RULE)).isEqualTo(kind == Kind.CUSTOMER);
        }
    }

    private static Set<String> objects(TestAnswer offer) {
        Set<String> known = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            known.add(kind.path());
        }
        known.retainAll(offer.at("/along").valueStream().map(each -> each.get("object").asString()).toList());
        return known;
    }

    /** Of what hangs on such records, that which one may see and give away. */
    private static Set<String> movable(Reader reader, Kind host) {
        return HANGING.getOrDefault(host, List.of()).stream()
                .filter(kind -> reader.knows(kind) && reader.rules().may(reader.person(), kind, "assign"))
                .map(Kind::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void one(Reader reader, Thing thing) {
        TestAnswer offer = reader.client().get(thing.address() + "/assign");
        assertThat(offer.status()).as("offer of %s by %s", thing, reader.who()).isEqualTo(reader.answered(thing, 200));
        if (offer.status() != 200 || thing.kind != Kind.CUSTOMER) {
            return;
        }
        assertThat(objects(offer)).as("what moves along with %s by %s", thing, reader.who()).isEqualTo(movable(reader, Kind.CUSTOMER));
        for (JsonNode along : offer.at("/along")) {
            String object = along.get("object").asString();
            assertThat(along.get("all").asInt()).as("%s of %s by %s", object, thing, reader.who())
                    .isEqualTo(hanging(reader, thing, object, any -> true));
            assertThat(along.get("sameOwner").asInt()).as("%s of %s and its owner by %s", object, thing, reader.who())
                    .isEqualTo(hanging(reader, thing, object, each -> Objects.equals(each.owner, thing.owner)));
        }
    }

    private static int hanging(Reader reader, Thing customer, String object, Predicate<Thing> met) {
        return (int) reader.world().known.living().stream()
                .filter(thing -> thing.kind.path().equals(object) && thing.customer == customer && reader.sees(thing))
                .filter(met)
                .count();
    }

    /** A file names every customer; those one does not see are unknown, nothing like them is proposed, and nobody else opens the file. */
    static void file(Reader reader, TestClient stranger) {
        boolean may = reader.knows(Kind.CONTACT)
                && reader.rules().may(reader.person(), Kind.CONTACT, "import")
                && reader.rules().may(reader.person(), Kind.CONTACT, "create")
                && reader.rules().attribute(reader.person(), Kind.CONTACT, "customer").equals("write");
        if (!may) {
            return;
        }
        List<Thing> customers = reader.world().known.living().stream().filter(thing -> thing.kind == Kind.CUSTOMER).toList();
        StringBuilder file = new StringBuilder("n,c\n");
        customers.forEach(customer -> file.append("new at ").append(customer.id).append(',').append(customer.name).append('\n'));
        TestAnswer taken = reader.client().upload("/api/v1/imports/uploads", "contacts.csv", file.toString()).expect(201);
        String upload = "/api/v1/imports/uploads/" + taken.id();
        Map<String, Object> map = Map.of("map", Map.of(
                "object", "contacts", "mode", "create",
                "columns", Map.of("n", "name", "c", Map.of("field", "customer", "by", "name", "missing", "fail"))));
        reader.client().get(upload).expect(200);
        reader.client().get(upload + "/survey?object=contacts").expect(200);
        unknown(reader, customers, reader.client().post(upload + "/values", map).expect(200));
        shown(reader, customers, reader.client().post(upload + "/preview", map).expect(200));
        stranger.get(upload).expect(404);
        stranger.get(upload + "/survey?object=contacts").expectOneOf(403, 404);
        stranger.post(upload + "/values", map).expectOneOf(403, 404);
        stranger.post(upload + "/preview", map).expectOneOf(403, 404);
    }

    private static void unknown(Reader reader, List<Thing> customers, TestAnswer values) {
        JsonNode column = values.at("/columns").valueStream().filter(each -> each.get("field").asString().equals("customer")).findFirst().orElseThrow();
        Set<String> unknown = new TreeSet<>();
        column.get("texts").forEach(text -> {
            unknown.add(text.get("text").asString());
            text.get("near").forEach(near -> assertThat(Reader.names(customers.stream().filter(reader::sees).toList()))
                    .as("proposed to %s", reader.who()).contains(near.get("label").asString()));
        });
        assertThat(unknown).as("unknown to %s", reader.who()).isEqualTo(Reader.names(customers.stream().filter(thing -> !reader.sees(thing)).toList()));
    }

    private static void shown(Reader reader, List<Thing> customers, TestAnswer preview) {
        List<JsonNode> rows = preview.at("/rows").valueStream().toList();
        for (int i = 0; i < rows.size(); i++) {
            Thing customer = customers.get(i);
            assertThat(rows.get(i).get("outcome").asString()).as("row of %s by %s: %s", customer, reader.who(), rows.get(i))
                    .isEqualTo(reader.sees(customer) ? "created" : "failed");
        }
    }
}
