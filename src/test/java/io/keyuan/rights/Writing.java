package io.keyuan.rights;

import static io.keyuan.rights.World.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.rights.Known.Somebody;
import io.keyuan.rights.Known.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Doors through which records change: each opens where the rules say, and what is refused names nothing that is not seen. */
final class Writing {

    private Writing() {}

    /** A value that only one record may have tells no more than that somebody has it; a reference to the unseen leads nowhere. */
    static void refused(World world, Reference rules, Chance chance, Findings findings) {
        for (Somebody person : world.clients.keySet()) {
            Reader reader = Reader.of(world, rules, person);
            for (Thing customer : chance.few(4, world.known.of(Kind.CUSTOMER))) {
                findings.at(() -> taken(reader, customer));
                findings.at(() -> pointed(reader, customer));
            }
        }
    }

    private static void taken(Reader reader, Thing customer) {
        TestAnswer answer = reader.client().post("/api/v1/customers", Map.of("name", "another", "number", customer.text("number")));
        answer.expect(reader.rules().may(reader.person(), Kind.CUSTOMER, "create") ? 409 : 403);
        if (!reader.sees(customer)) {
            assertThat(answer.content()).doesNotContain(customer.name).doesNotContain(customer.id);
        }
    }

    private static void pointed(Reader reader, Thing customer) {
        if (!reader.rules().may(reader.person(), Kind.CONTACT, "create") || reader.sees(customer)) {
            return;
        }
        Map<String, Object> contact = Map.of("name", "somebody", "customer", ref(customer.id));
        TestAnswer answer = reader.client().post("/api/v1/contacts", contact).expectOneOf(403, 422);
        assertThat(answer.content()).doesNotContain(customer.name);
    }

    /** One person after the other: what the one before did, the next finds done. */
    static void check(World world, Reference rules, Chance chance, Findings findings) {
        for (Somebody person : world.clients.keySet()) {
            Reader reader = Reader.of(world, rules, person);
            for (Kind kind : Kind.values()) {
                findings.at(() -> edit(reader, kind, chance.few(8, living(world, kind))));
                findings.at(() -> assign(reader, kind, chance.few(2, living(world, kind)), chance));
                findings.at(() -> delete(reader, kind, chance.few(3, living(world, kind))));
            }
            world.look();
            findings.at(() -> bin(reader));
        }
    }

    /** What was deleted lies in the bins of those who saw it. */
    private static void bin(Reader reader) {
        for (Kind kind : Kind.values()) {
            if (reader.knows(kind)) {
                Set<String> lying = reader.listed(kind, "&deleted=true", 100);
                Set<String> reached = Reader.names(reader.world().known.of(kind).stream()
                        .filter(thing -> thing.deleted && reader.rules().reaches(reader.person(), thing, "read")).toList());
                assertThat(reached).as("bin of %s by %s", kind, reader.who()).containsAll(lying);
            }
        }
    }

    private static List<Thing> living(World world, Kind kind) {
        return world.known.living().stream().filter(thing -> thing.kind == kind).toList();
    }

    private static void edit(Reader reader, Kind kind, List<Thing> things) {
        List<Map<String, Object>> rows = new ArrayList<>();
        things.forEach(thing -> rows.add(Map.of("id", thing.id, "externalId", thing.id + "-" + reader.person().id)));
        if (mayMany(reader, "edit", kind, "update", rows)) {
            judge(reader, "edit", things, reader.client().post(kind.address() + "/batch", Map.of("update", rows)).expect(200));
        }
    }

    /** Many at once need a right of their own. */
    private static boolean mayMany(Reader reader, String right, Kind kind, String what, List<Map<String, Object>> rows) {
        boolean changes = rows.size() > 1 && reader.rules().may(reader.person(), kind, right);
        boolean refused = !reader.knows(kind) || changes && !reader.rules().may(reader.person(), kind, "bulk");
        if (refused) {
            reader.client().post(kind.address() + "/batch", Map.of(what, rows)).expect(403);
        }
        return !refused;
    }

    private static void delete(Reader reader, Kind kind, List<Thing> things) {
        List<Map<String, Object>> rows = new ArrayList<>();
        things.forEach(thing -> rows.add(Map.of("id", thing.id)));
        if (!mayMany(reader, "delete", kind, "delete", rows)) {
            return;
        }
        TestAnswer answer = reader.client().post(kind.address() + "/batch", Map.of("delete", rows)).expect(200);
        judge(reader, "delete", things, answer);
        things.forEach(thing -> {
            boolean reached = reader.rules().reaches(reader.person(), thing, "delete");
            thing.deleted = reached;
            if (reached) {
                reader.client().get(thing.address()).expect(404);
            }
        });
    }

    private static void judge(Reader reader, String right, List<Thing> things, TestAnswer answer) {
        List<JsonNode> results = answer.at("/results").valueStream().toList();
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            boolean reached = reader.rules().reaches(reader.person(), thing, right);
            int refusal = reader.rules().may(reader.person(), thing.kind, right) && !seen(reader, thing) ? 404 : 403;
            assertThat(results.get(i).get("status").asInt()).as("%s %s by %s: %s", right, thing, reader.who(), answer.content())
                    .isEqualTo(reached ? 200 : refusal);
        }
        things.stream().filter(thing -> !reader.sees(thing)).forEach(thing -> assertThat(answer.content()).doesNotContain(thing.name));
    }

    /** What one may see is there also where one may not change it. */
    private static boolean seen(Reader reader, Thing thing) {
        return reader.knows(thing.kind) && reader.sees(thing);
    }

    /** Whoever may change a record may not therefore give it away. */
    private static void assign(Reader reader, Kind kind, List<Thing> things, Chance chance) {
        for (Thing thing : things) {
            String heir = chance.one(List.copyOf(reader.world().known.people.keySet()));
            if (heir.equals(thing.owner) || !reader.knows(kind)) {
                continue;
            }
            boolean edits = reader.rules().reaches(reader.person(), thing, "edit");
            boolean assigns = reader.rules().reaches(reader.person(), thing, "assign");
            Map<String, Object> row = new HashMap<>(Map.of("id", thing.id, "owner", ref(heir)));
            TestAnswer answer = reader.client().post(kind.address() + "/batch", Map.of("update", List.of(row))).expect(200);
            int expected = edits ? assigns ? 200 : 403 : reader.rules().may(reader.person(), kind, "edit") && !seen(reader, thing) ? 404 : 403;
            assertThat(answer.at("/results/0/status").asInt()).as("give %s to %s by %s: %s", thing, heir, reader.who(), answer.content())
                    .isEqualTo(expected);
            thing.owner = expected == 200 ? heir : thing.owner;
            follow(reader, thing, Objects.requireNonNull(heir));
        }
    }

    /** The new owner finds it at once, with what hangs on it. */
    private static void follow(Reader reader, Thing thing, String heir) {
        Somebody person = reader.world().known.person(heir);
        if (reader.world().clients.containsKey(person)) {
            Reader other = Reader.of(reader.world(), reader.rules(), person);
            other.client().get(thing.address()).expect(other.answered(thing, 200));
            reader.world().known.living().stream().filter(hanging -> hanging.customer == thing)
                    .forEach(hanging -> other.client().get(hanging.address()).expect(other.answered(hanging, 200)));
        }
    }
}
