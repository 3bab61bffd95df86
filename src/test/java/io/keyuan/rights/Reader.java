package io.keyuan.rights;

import static io.keyuan.TestClient.encoded;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.rights.Known.Somebody;
import io.keyuan.rights.Known.Thing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody at the doors of the program, and what the rules say they see there. */
record Reader(World world, Reference rules, Somebody person, TestClient client) {

    static Reader of(World world, Reference rules, Somebody person) {
        return new Reader(world, rules, person, world.client(person));
    }

    boolean sees(Thing thing) {
        return rules.sees(person, thing);
    }

    /** Whether one's roles show the object at all; otherwise every door of it says so. */
    boolean knows(Kind kind) {
        return rules.may(person, kind, "read");
    }

    /** What every door of a record answers. */
    int answered(Thing thing, int open) {
        return knows(thing.kind) ? sees(thing) ? open : 404 : 403;
    }

    boolean reads(Kind kind, String attribute) {
        return rules.reads(person, kind, attribute);
    }

    /** The names of those records of a kind that one sees: names, so that a failure can be read. */
    Set<String> expected(Kind kind, Predicate<Thing> met) {
        return names(world.known.of(kind).stream().filter(this::sees).filter(met).toList());
    }

    static Set<String> names(List<Thing> things) {
        return things.stream().map(thing -> thing.name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All pages of a list put together, or what was refused. */
    Set<String> listed(Kind kind, String parameters, int limit) {
        List<String> ids = new ArrayList<>();
        @Nullable String next = "";
        while (next != null) {
            TestAnswer page = client.get(kind.address() + "?limit=" + limit + "&count=none&page=" + encoded(next) + parameters).expect(200);
            page.items().forEach(item -> ids.add(item.get("id").asString()));
            next = page.next();
        }
        if (new HashSet<>(ids).size() != ids.size()) {
            throw new AssertionError("the same record on two pages: " + ids);
        }
        return named(ids);
    }

    Set<String> found(String q, @Nullable Kind kind) {
        String only = kind == null ? "" : "&object=" + kind.path();
        TestAnswer answer = client.get("/api/v1/search?limit=100&q=" + encoded(q) + only).expect(200);
        Set<String> objects = new HashSet<>();
        for (Kind each : Kind.values()) {
            objects.add(each.path());
        }
        return named(answer.items().stream()
                .filter(item -> objects.contains(item.get("object").asString()))
                .map(item -> item.get("id").asString())
                .toList());
    }

    Set<String> named(List<String> ids) {
        return ids.stream().map(this::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private String name(String id) {
        return world.known.things.stream().filter(thing -> thing.id.equals(id)).map(thing -> thing.name).findFirst().orElse("unknown " + id);
    }

    JsonNode aggregate(Kind kind, String parameters) {
        return client.get(kind.address() + "/aggregate?" + parameters).expect(200).body();
    }

    /** For the message of a failure. */
    String who() {
        return "person " + world.clients.keySet().stream().toList().indexOf(person) + " " + person.id + " with "
                + rules.roles(person).stream().map(role -> role.allowed().toString()).toList();
    }

    @Override
    public String toString() {
        return Objects.requireNonNull(person.id);
    }
}
