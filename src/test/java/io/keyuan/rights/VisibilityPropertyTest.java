package io.keyuan.rights;

import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.rights.Known.Somebody;
import io.keyuan.rights.Known.Thing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever a company is like, everybody sees at every door what the rules say, no more and no less. Each try is one company of
 * some seventy records, its people, roles, shares and sharing rules; doors that come later are added to {@link Doors} (behind
 * which are many records), {@link SingleDoors} (one record), {@link News} (what
 * is told unasked), {@link Told} (inboxes), {@link Attached} (files), {@link Offered} (what is shown before something is done), {@link Views}, {@link LongWork}
 * (jobs, and what they leave) or {@link Writing} (what changes records).
 */
class VisibilityPropertyTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** People who import a file. */
    private static final int IMPORTS = 3;

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void everyDoorOpensForWhomTheRulesSay(@ForAll long seed) {
        var chance = new Chance(seed);
        var world = new World(RunningProgram.freshTenant());
        new Founding(world, chance).organise();
        var stocking = new Stocking(world, chance);
        stocking.fill();
        talk(world, chance);
        var attached = new Attached(world, chance);
        var rules = new Reference(world.known);
        var findings = new Findings();
        List<String> closed = Offered.prepare(world);
        var views = new Views(world, rules, chance);
        views.keep();
        for (Somebody person : world.clients.keySet()) {
            Reader reader = Reader.of(world, rules, person);
            Doors.check(reader, findings);
            SingleDoors.check(reader, chance, findings);
            attached.check(reader, findings);
            findings.at(() -> News.check(reader));
            Offered.check(reader, chance, closed, findings);
            findings.at(() -> views.check(reader));
        }
        List<LongWork.Left> tried = new ArrayList<>();
        List<Somebody> people = List.copyOf(world.clients.keySet());
        for (int i = 0; i < IMPORTS; i++) {
            Reader reader = Reader.of(world, rules, people.get(i));
            TestClient stranger = world.client(people.get(i + 1));
            findings.at(() -> News.imports(reader, stranger));
            findings.at(() -> Offered.file(reader, stranger));
            findings.at(() -> LongWork.differences(reader, stranger, tried));
        }
        Told.mention(world, rules, chance, findings);
        findings.at(() -> News.live(world, rules, chance));
        Writing.refused(world, rules, chance, findings);
        findings.tell();
        stocking.change();
        for (Somebody person : world.clients.keySet()) {
            // What rules give follows a change, and so does what is remembered of it, within seconds.
            Reader reader = Reader.of(world, rules, person);
            await().atMost(SOON).untilAsserted(() -> {
                var later = new Findings();
                Doors.check(reader, later);
                later.tell();
            });
            News.check(reader);
            attached.check(reader, findings);
            findings.at(() -> views.check(reader));
        }
        tried.forEach(left -> findings.at(() -> LongWork.differencesLater(left)));
        // Whoever saw something before still follows it.
        Told.mention(world, rules, chance, findings);
        List<LongWork.Left> done = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Reader reader = Reader.of(world, rules, people.get(i));
            TestClient stranger = world.client(people.get((i + 1) % people.size()));
            findings.at(() -> LongWork.assign(reader, stranger, done));
        }
        Writing.check(world, rules, chance, findings);
        done.forEach(left -> findings.at(() -> LongWork.failuresLater(left)));
        findings.tell();
    }

    private static void talk(World world, Chance chance) {
        for (Thing thing : chance.few(20, world.known.things)) {
            world.admin.post(thing.address() + "/comments", Map.of("body", "said of " + thing.id)).expect(201);
        }
    }
}
