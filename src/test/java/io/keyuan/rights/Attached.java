package io.keyuan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestForm;
import io.keyuan.rights.Known.Thing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Files of records: who has them, who adds to them, and who finds a record by one of them. */
final class Attached {

    /** Stands in the name of every file, and of no record. */
    private static final String MARK = "Quokka";
    private static final int MANY = 12;

    private final Map<Thing, String> files = new LinkedHashMap<>();

    Attached(World world, Chance chance) {
        for (Thing thing : chance.few(MANY, List.copyOf(world.known.living()))) {
            var form = new TestForm().file(MARK + " " + thing.id + ".txt", "of " + thing.name);
            TestAnswer added = world.admin.post(thing.address() + "/files", form).expect(201);
            files.put(thing, added.items().getFirst().get("id").asString());
        }
    }

    void check(Reader reader, Findings findings) {
        files.forEach((thing, file) -> findings.at(() -> opened(reader, thing, file)));
        findings.at(() -> found(reader));
    }

    private static void opened(Reader reader, Thing thing, String file) {
        String address = thing.address() + "/files/" + file;
        for (String way : List.of("/content", "/versions")) {
            TestAnswer answer = reader.client().get(address + way);
            assertThat(answer.status()).as("%s of a file of %s by %s", way, thing, reader.who()).isEqualTo(reader.answered(thing, 200));
        }
        boolean edits = reader.rules().reaches(reader.person(), thing, "edit");
        boolean may = reader.rules().may(reader.person(), thing.kind, "edit");
        boolean sees = reader.knows(thing.kind) && reader.sees(thing);
        int expected = edits ? 201 : may && reader.knows(thing.kind) && !sees ? 404 : 403;
        TestAnswer added = reader.client().post(address + "/versions", new TestForm().file("again.txt", "by " + reader.person().id));
        assertThat(added.status()).as("a version of a file of %s by %s", thing, reader.who()).isEqualTo(expected);
        if (sees) {
            assertThat(reader.client().get(thing.address() + "/files").expect(200).at("/mayChange").asBoolean())
                    .as("may change the files of %s by %s", thing, reader.who()).isEqualTo(edits);
        }
    }

    private void found(Reader reader) {
        Set<String> expected = new TreeSet<>();
        files.keySet().stream().filter(thing -> reader.knows(thing.kind) && reader.sees(thing)).forEach(thing -> expected.add(thing.name));
        assertThat(reader.found(MARK, null)).as("found by a file by %s", reader.who()).isEqualTo(expected);
    }
}
