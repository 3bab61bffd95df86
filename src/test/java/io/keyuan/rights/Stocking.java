package io.keyuan.rights;

import static io.keyuan.rights.World.ref;
import static io.keyuan.rights.World.refOrNull;

import io.keyuan.rights.Known.Rule;
import io.keyuan.rights.Known.Somebody;
import io.keyuan.rights.Known.Thing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills a company at random: records of everybody, what was given of them, and rules that give. */
final class Stocking {

    /** Stands in the name of every record. */
    static final String MARK = "Zulu";

    static final List<String> REGIONS = List.of("east", "south", "west");
    private static final List<String> GRADES = List.of("a", "b", "c");
    private static final List<String> STAGES = List.of("prospecting", "proposing", "won");
    private static final Map<Kind, Integer> NUMBERS = Map.of(
            Kind.CUSTOMER, 16, Kind.CONTACT, 18, Kind.OPPORTUNITY, 14, Kind.CONTACT_LOG, 12, Kind.TASK, 10);

    private final World world;
    private final Chance chance;
    private int number;

    Stocking(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    void fill() {
        for (int i = 0; i < 3; i++) {
            rule();
        }
        for (Kind kind : Kind.values()) {
            make(kind, NUMBERS.getOrDefault(kind, 0));
        }
        world.look();
        share(true);
        share(false);
        for (int i = 0; i < 3; i++) {
            rule();
        }
        world.settle();
    }

    private void make(Kind kind, int many) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            rows.add(row(kind));
        }
        List<String> ids = world.batch(kind.address(), "create", rows);
        for (int i = 0; i < many; i++) {
            Map<String, Object> values = new HashMap<>();
            rows.get(i).forEach((name, value) -> {
                if (value != null) {
                    values.put(name, value);
                }
            });
            world.known.things.add(new Thing(kind, ids.get(i), String.valueOf(values.get(kind.title())), values));
        }
    }

    private Map<String, @Nullable Object> row(Kind kind) {
        int next = number++;
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put(kind.title(), MARK + " " + kind.path() + " " + next);
        Somebody owner = chance.oneOrNone(0.9, List.copyOf(world.known.people.values()));
        row.put("owner", refOrNull(owner == null ? null : owner.id));
        if (kind.hangs()) {
            Thing customer = chance.oneOrNone(0.8, world.known.of(Kind.CUSTOMER));
            row.put("customer", refOrNull(customer == null ? null : customer.id));
        }
        switch (kind) {
            case CUSTOMER -> {
                row.put("phone", "021-6391" + (1000 + next));
                row.put("region", chance.one(REGIONS));
                row.put("grade", chance.one(GRADES));
                row.put("number", "N-" + next);
                row.put("revenue", Map.of("amount", 100 + next, "currency", "CNY"));
            }
            case CONTACT -> {
                row.put("mobile", "1391000" + (1000 + next));
                row.put("position", chance.one(REGIONS));
                row.put("role", chance.one(List.of("user", "purchaser")));
            }
            case OPPORTUNITY -> {
                row.put("stage", chance.one(STAGES));
                row.put("nextStep", chance.one(REGIONS));
                row.put("amount", Map.of("amount", 1000 + next, "currency", "CNY"));
            }
            case CONTACT_LOG -> {
                row.put("kind", "visit");
                row.put("happenedAt", "2026-03-0" + (1 + next % 9) + "T08:00:00Z");
                row.put("result", chance.one(REGIONS));
            }
            case TASK -> {
                row.put("priority", chance.one(List.of("high", "low")));
                row.put("dueDate", "2026-12-0" + (1 + next % 9));
                row.put("remarks", chance.one(REGIONS));
            }
        }
        return row;
    }

    private void share(boolean ending) {
        for (Thing thing : chance.some(ending ? 0.2 : 0.35, world.known.things)) {
            boolean collaborator = chance.is(0.4);
            Target target = collaborator ? new Target("user", chance.one(people())) : target();
            Instant until = ending ? Instant.now().plusSeconds(3) : null;
            world.share(thing, collaborator ? "collaborator" : "share", target.kind(), target.id(), chance.is(0.5), chance.is(0.5), until);
        }
    }

    private record Target(String kind, String id) {}

    private List<String> people() {
        return List.copyOf(world.known.people.keySet());
    }

    private Target target() {
        return switch (chance.upTo(2)) {
            case 0 -> new Target("user", chance.one(people()));
            case 1 -> new Target("team", chance.one(world.known.teams));
            default -> new Target("department", chance.one(List.copyOf(world.known.departmentAbove.keySet())));
        };
    }

    /** Those made before the records give as records are made, those made after by a job. */
    private void rule() {
        Kind kind = chance.one(List.of(Kind.CUSTOMER, Kind.CUSTOMER, Kind.CONTACT, Kind.OPPORTUNITY, Kind.TASK));
        String attribute = switch (kind) {
            case CUSTOMER -> chance.one(List.of("region", "grade"));
            case CONTACT -> "role";
            case OPPORTUNITY -> "stage";
            default -> "priority";
        };
        String value = switch (attribute) {
            case "region" -> chance.one(REGIONS);
            case "grade" -> chance.one(GRADES);
            case "role" -> "user";
            case "stage" -> "won";
            default -> "high";
        };
        List<Target> targets = List.of(target());
        boolean editing = chance.is(0.4);
        boolean along = chance.is(0.5);
        boolean active = chance.is(0.8);
        String id = world.create("/api/v1/sharing-rules", new HashMap<>(Map.of(
                "object", kind.path(), "name", "rule " + number++, "condition", attribute + " == '" + value + "'",
                "editing", editing, "along", along, "active", active, "targets", targets)));
        Set<String> ids = new HashSet<>();
        targets.forEach(each -> ids.add(each.id()));
        world.known.rules.add(new Rule(id, kind, attribute, value, ids, editing, along, active));
    }

    /** Owners, regions, stages and places of work are not what they were. */
    void change() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Thing customer : chance.some(0.5, world.known.of(Kind.CUSTOMER))) {
            String region = chance.one(REGIONS);
            customer.values.put("region", region);
            rows.add(new HashMap<>(Map.of("id", customer.id, "owner", ref(chance.one(people())), "region", region)));
        }
        world.batch(Kind.CUSTOMER.address(), "update", rows);
        rows.clear();
        for (Thing opportunity : chance.some(0.5, world.known.of(Kind.OPPORTUNITY))) {
            String stage = chance.one(STAGES);
            opportunity.values.put("stage", stage);
            Thing customer = chance.one(world.known.of(Kind.CUSTOMER));
            rows.add(new HashMap<>(Map.of("id", opportunity.id, "customer", ref(customer.id), "stage", stage)));
        }
        world.batch(Kind.OPPORTUNITY.address(), "update", rows);
        chance.few(4, List.copyOf(world.known.shares.stream().filter(share -> !share.ended()).toList())).forEach(world::unshare);
        move();
        world.look();
        world.settle();
    }

    private void move() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Somebody person : chance.few(3, List.copyOf(world.known.people.values()))) {
            String department = chance.one(List.copyOf(world.known.departmentAbove.keySet()));
            person.departments.clear();
            person.departments.add(department);
            person.manager = null;
            Map<String, @Nullable Object> row = new HashMap<>(Map.of("id", person.id, "department", ref(department), "memberships", List.of()));
            row.put("manager", null);
            rows.add(row);
        }
        world.batch("/api/v1/users", "update", rows);
    }
}
