package io.keyuan.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestAnswer;
import io.keyuan.rights.Known.Somebody;
import io.keyuan.rights.Known.Thing;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people are told in their inboxes: of records they see, and of no others, also where they saw them once. */
final class Told {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String INBOX = "/api/v1/notifications";

    private Told() {}

    /** Somebody speaks to everybody at some records: refused where one of them does not see it. Then to those who do. */
    static void mention(World world, Reference rules, Chance chance, Findings findings) {
        List<Thing> things = chance.few(8, world.known.living());
        things.forEach(thing -> findings.at(() -> {
            List<Somebody> seeing = world.clients.keySet().stream().filter(person -> rules.sees(person, thing)).toList();
            boolean everybody = seeing.size() == world.clients.size();
            speak(world, thing, world.clients.keySet()).expect(everybody ? 201 : 422);
            speak(world, thing, seeing).expect(201);
        }));
        for (Somebody person : world.clients.keySet()) {
            Reader reader = Reader.of(world, rules, person);
            Set<String> expected = things.stream().filter(reader::sees).map(thing -> thing.id).collect(Collectors.toSet());
            findings.at(() -> await().atMost(PATIENCE).untilAsserted(() ->
                    assertThat(mentioned(reader)).as("told to %s", reader.who()).containsAll(expected)));
            findings.at(() -> check(reader));
        }
    }

    private static TestAnswer speak(World world, Thing thing, Collection<Somebody> people) {
        String named = people.stream().map(person -> "@[" + person.id + "]").collect(Collectors.joining(" "));
        return world.admin.post(thing.address() + "/comments", Map.of("body", "To " + named));
    }

    /** The records somebody was spoken to at, on all pages. */
    private static Set<String> mentioned(Reader reader) {
        Set<String> told = new HashSet<>();
        String next = "";
        while (next != null) {
            TestAnswer page = reader.client().get(INBOX + (next.isEmpty() ? "" : "?page=" + next)).expect(200);
            page.items().stream().filter(item -> item.get("kind").asString().equals("mentioned"))
                    .forEach(item -> told.add(item.at("/record/id").asString("")));
            next = page.next();
        }
        return told;
    }

    /** No page names what is not seen. */
    static void check(Reader reader) {
        String next = "";
        while (next != null) {
            TestAnswer page = reader.client().get(INBOX + (next.isEmpty() ? "" : "?page=" + next)).expect(200);
            for (Thing thing : reader.world().known.living()) {
                assertThat(!reader.sees(thing) && names(page.content(), thing)).as("%s told to %s: %s", thing, reader.who(), page.content()).isFalse();
            }
            next = page.next();
        }
    }

    /** Whether a text has the name of a record, and not of another that begins alike. */
    static boolean names(String text, Thing thing) {
        return Pattern.compile(Pattern.quote(Objects.requireNonNull(thing.name)) + "(?!\\d)").matcher(text).find();
    }
}
