package io.keyuan.rights;

import static io.keyuan.rights.World.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.rights.Known.Allowed;
import io.keyuan.rights.Known.Range;
import io.keyuan.rights.Known.Role;
import io.keyuan.rights.Known.Rule;
import io.keyuan.rights.Known.Somebody;
import io.keyuan.rights.Known.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** So much was given to somebody that statements look it up instead of naming it: what they see is the same. */
class ManyGivenTest {

    private static final int GIVEN = 1_150;
    private static final int OTHERS = 60;

    private final World world = new World(RunningProgram.freshTenant());

    @Test
    void whatIsLookedUpIsSeenAsWhatIsNamed() {
        TestClient client = world.tenant.person("reader");
        var person = new Somebody(client.person());
        var colleague = new Somebody(world.admin.person());
        world.known.people.put(person.id, person);
        world.known.people.put(colleague.id, colleague);
        world.clients.put(person, client);
        role(person);
        rule(person);
        customers(person, colleague);
        contacts(colleague);
        world.look();
        world.settle();
        Reader reader = Reader.of(world, new Reference(world.known), person);

        assertThat(reader.expected(Kind.CUSTOMER, any -> true)).hasSize(GIVEN + OTHERS / 2);
        for (Kind kind : List.of(Kind.CUSTOMER, Kind.CONTACT)) {
            Doors.lists(reader, kind);
            Doors.counts(reader, kind);
            Doors.filters(reader, kind);
            Doors.figures(reader, kind);
        }
        for (Thing thing : new Chance(1).few(40, world.known.things)) {
            client.get(thing.address()).expect(reader.answered(thing, 200));
            Set<String> found = reader.found(thing.name, thing.kind);
            assertThat(found.contains(thing.name)).as("search for %s", thing).isEqualTo(reader.sees(thing));
        }
    }

    private void role(Somebody person) {
        var own = new Range(Set.of("own", "collaborator"), Set.of());
        var allowed = new Allowed(Set.of("read", "edit"), own, own, Map.of());
        Map<String, Object> range = Map.of("scopes", own.scopes());
        List<Map<String, Object>> grants = List.of(
                Map.of("object", "customers", "rights", allowed.rights(), "read", range, "write", range),
                Map.of("object", "contacts", "rights", allowed.rights(), "read", range, "write", range));
        String id = world.create("/api/v1/roles", new HashMap<>(Map.of("name", "reader of much", "grants", grants)));
        world.known.roles.put(id, new Role(id, Map.of(Kind.CUSTOMER, allowed, Kind.CONTACT, allowed)));
        world.admin.put("/api/v1/users/" + person.id + "/roles", Map.of("roles", List.of(id))).expect(200);
        person.roles.add(id);
    }

    private void rule(Somebody person) {
        String id = world.create("/api/v1/sharing-rules", new HashMap<>(Map.of(
                "object", "customers", "name", "the east", "condition", "region == 'east'", "along", true,
                "targets", List.of(Map.of("kind", "user", "id", person.id)))));
        world.known.rules.add(new Rule(id, Kind.CUSTOMER, "region", "east", Set.of(person.id), false, true, true));
    }

    private void customers(Somebody person, Somebody colleague) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < GIVEN + OTHERS; i++) {
            boolean given = i < GIVEN;
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("name", "customer " + (char) ('a' + i % 26) + i);
            row.put("region", given ? "east" : "west");
            row.put("revenue", Map.of("amount", i % 97, "currency", "CNY"));
            row.put("phone", "021-" + (63910000 + i));
            row.put("owner", ref(given || i % 2 == 0 ? colleague.id : person.id));
            rows.add(row);
        }
        add(Kind.CUSTOMER, rows);
    }

    private void contacts(Somebody colleague) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Thing customer = world.known.of(Kind.CUSTOMER).get(i * 8);
            rows.add(new HashMap<>(Map.of(
                    "name", "contact " + i, "mobile", "1391" + (1000000 + i), "position", "east", "customer", ref(customer.id), "owner",
                    ref(colleague.id))));
        }
        add(Kind.CONTACT, rows);
    }

    private void add(Kind kind, List<Map<String, @Nullable Object>> rows) {
        List<String> ids = world.batch(kind.address(), "create", rows);
        for (int i = 0; i < ids.size(); i++) {
            Map<String, Object> values = new HashMap<>();
            rows.get(i).forEach((name, value) -> {
                if (value != null) {
                    values.put(name, value);
                }
            });
            world.known.things.add(new Thing(kind, ids.get(i), String.valueOf(values.get(kind.title())), values));
        }
    }
}
