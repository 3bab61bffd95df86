package io.keyuan.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.rights.Known.Thing;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What long work tells whoever asked for it, and that it tells nobody else: counts, the file of what was left, differences. */
final class LongWork {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<String> ENDED = Set.of("done", "failed");

    private LongWork() {}

    /**
     * What a job has left for whoever asked for it, looked at later.
     *
     * @param told the records it told of then
     */
    record Left(Reader reader, String job, List<Thing> told) {}

    /** Somebody asks for all customers there are, seen and unseen, to be theirs. */
    static void assign(Reader reader, TestClient stranger, List<Left> left) {
        World world = reader.world();
        List<Thing> customers = customers(world);
        Map<String, Object> order = Map.of("ids", customers.stream().map(thing -> thing.id).toList(), "to", reader.person().id, "dryRun", false);
        TestAnswer taken = reader.client().post("/api/v1/customers/assign", order);
        boolean may = reader.knows(Kind.CUSTOMER)
                && reader.rules().may(reader.person(), Kind.CUSTOMER, "assign")
                && reader.rules().may(reader.person(), Kind.CUSTOMER, "bulk");
        assertThat(taken.status()).as("assign all by %s: %s", reader.who(), taken).isEqualTo(may ? 202 : 403);
        if (!may) {
            return;
        }
        Map<Thing, @Nullable String> expected = new HashMap<>();
        customers.forEach(thing -> expected.put(
                thing, reader.rules().reaches(reader.person(), thing, "assign") && reader.sees(thing) ? reader.person().id : thing.owner));
        int reached = (int) customers.stream().filter(thing -> reader.sees(thing) && reader.rules().reaches(reader.person(), thing, "assign")).count();
        List<Thing> unseen = customers.stream().filter(thing -> !reader.sees(thing)).toList();
        JsonNode result = ended(reader, taken, unseen, stranger);
        assertThat(result.path("in").asInt()).isEqualTo(customers.size());
        assertThat(result.path("updated").asInt() + result.path("skipped").asInt()).as("given by %s: %s", reader.who(), result).isEqualTo(reached);
        assertThat(result.path("failed").asInt()).isEqualTo(customers.size() - reached);
        left.add(new Left(reader, "/api/v1/jobs/" + taken.id(), customers));
        world.look();
        customers.forEach(thing -> assertThat(thing.owner).as("owner of %s after %s asked", thing, reader.who()).isEqualTo(expected.get(thing)));
    }

    /** A file names every customer, to be changed; what would change is told of those one may change. */
    static void differences(Reader reader, TestClient stranger, List<Left> left) {
        boolean may = reader.knows(Kind.CUSTOMER)
                && reader.rules().may(reader.person(), Kind.CUSTOMER, "import")
                && reader.rules().may(reader.person(), Kind.CUSTOMER, "edit");
        if (!may) {
            return;
        }
        List<Thing> customers = customers(reader.world());
        StringBuilder file = new StringBuilder("n,x\n");
        customers.forEach(customer -> file.append(customer.name).append(",changed ").append(customer.id).append('\n'));
        String map = "object: customers\ncolumns: {n: name, x: externalId}\n";
        String address = "/api/v1/imports?object=customers&mode=update&key=name&dryRun=true&map=" + TestClient.encoded(map);
        TestAnswer taken = reader.client().upload(address, "customers.csv", file.toString()).expect(202);
        JsonNode result = ended(reader, taken, List.of(), stranger);
        int reached = (int) customers.stream().filter(thing -> reader.rules().reaches(reader.person(), thing, "edit")).count();
        assertThat(result.path("updated").asInt()).as("rows that would change by %s: %s", reader.who(), result).isEqualTo(reached);
        String job = "/api/v1/jobs/" + taken.id();
        TestAnswer told = reader.client().get(job + "/differences").expect(200);
        stranger.get(job + "/differences").expect(404);
        customers.stream().filter(thing -> !reader.rules().reaches(reader.person(), thing, "edit"))
                .forEach(thing -> assertThat(told.content()).as("differences told to %s", reader.who()).doesNotContain(thing.id));
        left.add(new Left(reader, job, customers.stream().filter(thing -> reader.rules().reaches(reader.person(), thing, "edit")).toList()));
    }

    /** Differences are those of the day of the trial, who may see them is who may see the records today. */
    static void differencesLater(Left left) {
        Reader reader = left.reader();
        TestAnswer told = reader.client().get(left.job() + "/differences").expect(200);
        Set<String> names = reader.named(told.items().stream().map(item -> item.get("id").asString()).toList());
        assertThat(names).as("differences told later to %s", reader.who())
                .isEqualTo(Reader.names(left.told().stream().filter(reader::sees).toList()));
        assertThat(told.at("/restricted").asBoolean()).isEqualTo(names.size() < left.told().size());
    }

    /** The list of what a job left names nothing that is not seen any more. */
    static void failuresLater(Left left) {
        Reader reader = left.reader();
        TestAnswer failures = reader.client().get(left.job() + "/failures").expectOneOf(200, 404);
        left.told().stream().filter(thing -> !reader.sees(thing) && !thing.deleted).forEach(thing -> assertThat(Told.names(failures.content(), thing))
                .as("%s told later to %s: %s", thing, reader.who(), failures.content()).isFalse());
    }

    private static List<Thing> customers(World world) {
        return world.known.living().stream().filter(thing -> thing.kind == Kind.CUSTOMER).toList();
    }

    /** Waits for a job and looks at what it tells. */
    private static JsonNode ended(Reader reader, TestAnswer taken, List<Thing> unseen, TestClient stranger) {
        String job = "/api/v1/jobs/" + Objects.requireNonNull(taken.id());
        await().atMost(PATIENCE).until(() -> ENDED.contains(reader.client().get(job).expect(200).text("/state")));
        TestAnswer ended = reader.client().get(job).expect(200);
        stranger.get(job).expect(404);
        stranger.get(job + "/failures").expect(404);
        stranger.post(job + "/undo", Map.of()).expect(404);
        TestAnswer failures = reader.client().get(job + "/failures").expectOneOf(200, 404);
        unseen.forEach(thing -> assertThat(Told.names(ended.content() + failures.content(), thing))
                .as("%s told to %s: %s", thing, reader.who(), failures.content()).isFalse());
        return ended.at("/result");
    }
}
