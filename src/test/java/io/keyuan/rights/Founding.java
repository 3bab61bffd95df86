package io.keyuan.rights;

import static io.keyuan.rights.World.ref;
import static io.keyuan.rights.World.refOrNull;

import io.keyuan.rights.Known.Allowed;
import io.keyuan.rights.Known.Away;
import io.keyuan.rights.Known.Range;
import io.keyuan.rights.Known.Role;
import io.keyuan.rights.Known.Somebody;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an organisation at random: departments, people, teams, absences and roles. */
final class Founding {

    private static final int DEPARTMENTS = 6;
    private static final int PEOPLE = 6;
    private static final int OWNERS_WHO_DO_NOT_SIGN_IN = 3;
    private static final int ROLES = 6;
    private static final List<String> SCOPES =
            List.of("own", "collaborator", "reports", "department", "departmentAndBelow", "departments");
    private static final List<String> RIGHTS = List.of("create", "edit", "delete", "import", "assign", "bulk");

    private final World world;
    private final Chance chance;
    private final List<String> departments = new ArrayList<>();

    Founding(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        world.known.today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    void organise() {
        departments();
        people();
        teams();
        places();
        absences();
        roles();
    }

    private void departments() {
        for (int i = 0; i < DEPARTMENTS; i++) {
            String above = chance.oneOrNone(0.75, departments);
            Map<String, @Nullable Object> body = new HashMap<>(Map.of("name", "department " + i));
            body.put("parent", refOrNull(above));
            String id = world.create("/api/v1/departments", body);
            world.known.departmentAbove.put(id, above);
            departments.add(id);
        }
    }

    private void people() {
        for (int i = 0; i < PEOPLE; i++) {
            var client = world.tenant.person("person" + i);
            var person = new Somebody(client.person());
            world.known.people.put(person.id, person);
            world.clients.put(person, client);
        }
        for (int i = 0; i < OWNERS_WHO_DO_NOT_SIGN_IN; i++) {
            String id = world.create("/api/v1/users", new HashMap<>(Map.of("name", "owner" + i)));
            world.known.people.put(id, new Somebody(id));
        }
    }

    private void places() {
        List<Somebody> placed = new ArrayList<>();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Somebody person : world.known.people.values()) {
            Somebody manager = chance.oneOrNone(0.7, placed);
            String main = chance.oneOrNone(0.85, departments);
            Set<String> further = chance.some(0.15, departments);
            person.manager = manager == null ? null : manager.id;
            person.departments.addAll(further);
            if (main != null) {
                person.departments.add(main);
                further.remove(main);
            }
            Map<String, @Nullable Object> row = new HashMap<>(Map.of("id", person.id));
            row.put("manager", refOrNull(person.manager));
            row.put("department", refOrNull(main));
            row.put("memberships", further.stream().map(each -> Map.of("department", ref(each))).toList());
            rows.add(row);
            placed.add(person);
        }
        world.batch("/api/v1/users", "update", rows);
    }

    private void teams() {
        for (int i = 0; i < 3; i++) {
            Set<Somebody> members = chance.some(0.35, List.copyOf(world.known.people.values()));
            String id = world.create("/api/v1/teams", new HashMap<>(Map.of(
                    "name", "team " + i, "members", members.stream().map(member -> Map.of("person", ref(member.id))).toList())));
            world.known.teams.add(id);
            members.forEach(member -> member.teams.add(id));
        }
    }

    /** Some now, with stand-ins who may be away themselves, some long ago, some to come. */
    private void absences() {
        List<Somebody> all = List.copyOf(world.known.people.values());
        for (Somebody person : chance.some(0.5, all)) {
            int distance = chance.one(List.of(-20, 0, 0, 20));
            Somebody standIn = chance.oneOrNone(0.85, all.stream().filter(other -> other != person).toList());
            LocalDate from = world.known.today.plusDays(distance - 1);
            var absence = new Away(person.id, from, from.plusDays(3), standIn == null ? null : standIn.id);
            Map<String, @Nullable Object> body = new HashMap<>(Map.of(
                    "person", ref(person.id), "firstDay", from.toString(), "lastDay", absence.until().toString()));
            body.put("standIn", refOrNull(absence.standIn()));
            if (world.admin.post("/api/v1/absences", body).expectOneOf(201, 422).status() == 201) {
                world.known.away.add(absence);
            }
        }
    }

    private void roles() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < ROLES; i++) {
            ids.add(role(i));
        }
        world.known.people.values().forEach(person -> give(person, chance.some(0.3, ids)));
    }

    void give(Somebody person, Set<String> roles) {
        world.admin.put("/api/v1/users/" + person.id + "/roles", Map.of("roles", roles)).expect(200);
        person.roles.clear();
        person.roles.addAll(roles);
    }

    /** The first is what people have who were given none. */
    private String role(int number) {
        Map<Kind, Allowed> allowed = new HashMap<>();
        List<Map<String, Object>> grants = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (chance.is(0.85)) {
                Allowed some = allowed(kind);
                allowed.put(kind, some);
                grants.add(Map.of(
                        "object", kind.path(), "rights", some.rights(), "read", form(some.read()), "write", form(some.write()),
                        "attributes", some.attributes()));
            }
        }
        List.of("users", "departments", "teams").forEach(kept -> grants.add(Map.of("object", kept, "rights", List.of("read"))));
        String id = world.create("/api/v1/roles", new HashMap<>(Map.of("name", "role " + number, "initial", number == 0, "grants", grants)));
        world.known.roles.put(id, new Role(id, allowed));
        if (number == 0) {
            world.known.initialRole = id;
        }
        return id;
    }

    private Allowed allowed(Kind kind) {
        Set<String> rights = new HashSet<>(chance.some(0.6, RIGHTS));
        rights.add("read");
        Map<String, String> attributes = new HashMap<>();
        chance.some(0.4, kind.guarded()).forEach(name -> attributes.put(name, chance.one(List.of("hidden", "masked", "read"))));
        return new Allowed(chance.is(0.9) ? rights : Set.of(), range(), range(), attributes);
    }

    private Range range() {
        Set<String> scopes = new HashSet<>(chance.some(0.3, SCOPES));
        if (chance.is(0.1)) {
            scopes.add("all");
        }
        Set<String> named = Set.of();
        if (scopes.contains("departments")) {
            named = new HashSet<>(List.of(chance.one(departments), departments.getLast()));
        }
        return new Range(scopes, named);
    }

    private static Map<String, Object> form(Range range) {
        return Map.of("scopes", range.scopes(), "departments", range.departments());
    }
}
