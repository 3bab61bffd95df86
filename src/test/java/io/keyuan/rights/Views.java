package io.keyuan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.rights.Known.Somebody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Views kept of lists: everybody has their own and those kept for them, and only owners change one. */
final class Views {

    private static final int OF_PEOPLE = 8;
    private static final int OF_THE_COMPANY = 4;

    private final World world;
    private final Reference rules;
    private final Chance chance;
    private final List<View> views = new ArrayList<>();

    Views(World world, Reference rules, Chance chance) {
        this.world = world;
        this.rules = rules;
        this.chance = chance;
    }

    /** @param owner null for the administrator */
    private record View(String id, Kind kind, String name, @Nullable Somebody owner, boolean everyone, Set<String> sharedWith) {}

    /** People share with one another and with their own groups, the administrator with whomever. */
    void keep() {
        for (int i = 0; i < OF_PEOPLE; i++) {
            Somebody owner = chance.one(List.copyOf(world.clients.keySet()));
            Set<String> groups = new HashSet<>(owner.teams);
            groups.addAll(owner.departments);
            groups.addAll(world.known.people.keySet());
            add(owner, world.client(owner), false, chance.some(0.2, List.copyOf(groups)));
        }
        for (int i = 0; i < OF_THE_COMPANY; i++) {
            List<String> groups = new ArrayList<>(world.known.teams);
            groups.addAll(world.known.departmentAbove.keySet());
            add(null, world.admin, chance.is(0.3), chance.some(0.3, groups));
        }
    }

    private void add(@Nullable Somebody owner, TestClient client, boolean everyone, Set<String> sharedWith) {
        Kind kind = chance.one(List.of(Kind.values()));
        String name = "view " + views.size();
        TestAnswer kept = client.post("/api/v1/views", Map.of(
                "object", kind.path(), "name", name, "filter", kind.title() + ".contains('" + Stocking.MARK + "')", "everyone", everyone,
                "sharedWith", sharedWith));
        boolean may = owner == null || rules.may(owner, kind, "read");
        assertThat(kept.status()).as("view of %s by %s: %s", kind, owner, kept).isEqualTo(may ? 201 : 403);
        if (may) {
            views.add(new View(Objects.requireNonNull(kept.id()), kind, name, owner, everyone, sharedWith));
        }
    }

    void check(Reader reader) {
        for (Kind kind : Kind.values()) {
            TestAnswer list = reader.client().get("/api/v1/views?object=" + kind.path()).expect(reader.knows(kind) ? 200 : 403);
            Set<String> told = new TreeSet<>();
            Set<String> expected = new TreeSet<>();
            if (reader.knows(kind)) {
                list.items().forEach(item -> told.add(item.get("name").asString()));
                views.stream().filter(view -> view.kind() == kind && has(reader, view)).forEach(view -> expected.add(view.name()));
            }
            assertThat(told).as("views of %s by %s", kind, reader.who()).isEqualTo(expected);
        }
        views.forEach(view -> changed(reader, view));
    }

    /** With a version that is stale: whoever may change the view is told that, and nobody else. */
    private static void changed(Reader reader, View view) {
        int expected = !has(reader, view) || !reader.knows(view.kind()) ? 404 : view.owner() == reader.person() ? 412 : 403;
        TestAnswer answer = reader.client().with("If-Match", "\"99\"").put("/api/v1/views/" + view.id(), Map.of("name", view.name()));
        assertThat(answer.status()).as("%s changed by %s: %s", view, reader.who(), answer).isEqualTo(expected);
        if (view.owner() != reader.person()) {
            reader.client().delete("/api/v1/views/" + view.id()).expect(expected);
        }
    }

    private static boolean has(Reader reader, View view) {
        return view.owner() == reader.person() || view.everyone() || reader.rules().isNamed(reader.person(), view.sharedWith());
    }
}
