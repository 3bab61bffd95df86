package io.keyuan.backup;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestDatabase;
import io.keyuan.TestNode;
import io.keyuan.TestTenant;
import io.keyuan.backup.database.Snapshot;
import io.keyuan.engine.file.ContentStore;
import io.keyuan.program.database.DatabaseAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a database to a file and back into another. */
class RestoreTest {

    private static final DatabaseAddress ORIGINAL = RunningProgram.get().database();
    private static final TestTenant HARBOR = RunningProgram.freshTenant();
    private static final TestTenant WILLOW = RunningProgram.freshTenant();

    @TempDir
    private static Path folder = Path.of("");

    private static Path both = Path.of("");

    @BeforeAll
    static void twoCompaniesWithData() throws SQLException {
        List.of(HARBOR, WILLOW).forEach(RestoreTest::fill);
        execute(ORIGINAL, "insert into job (tenant_id, id, kind, title, state, arguments, person_id, language, created_at)"
                + " values ('" + HARBOR.id() + "', gen_random_uuid(), 'import', 'under way', 'running', '{}', gen_random_uuid(), 'en', now())");
        both = take("both.keyuan.gz", null);
    }

    private static void fill(TestTenant company) {
        TestClient admin = company.administrator();
        String customer = admin.post("/api/v1/customers", Map.of("name", "远山 \\ \"科技\"\t有限公司", "remarks", "一\n二\\.\n三")).expect(201).id();
        TestAnswer contact = admin.post("/api/v1/contacts", Map.of("name", "赵敏", "customer", Map.of("id", customer))).expect(201);
        admin.patch("/api/v1/contacts/" + contact.id(), 1, Map.of("position", "采购经理")).expect(200);
        String product = admin.post("/api/v1/products", Map.of("name", "Lamp", "code", "L-1")).expect(201).id();
        admin.post("/api/v1/opportunities", Map.of(
                        "title", "Forty lamps", "customer", Map.of("id", customer),
                        "lines", List.of(Map.of("product", Map.of("id", product), "quantity", "40",
                                "price", Map.of("amount", "12.50", "currency", "CNY")))))
                .expect(201);
        String gone = admin.post("/api/v1/customers", Map.of("name", "Gone")).expect(201).id();
        admin.delete("/api/v1/customers/" + gone).expect(204);
    }

    @Test
    void allOfItComesBackIntoAnEmptyDatabase() {
        DatabaseAddress copy = TestDatabase.empty();

        Restore.Restored restored = restore(copy, both, null);

        assertThat(restored.slugs()).contains(HARBOR.slug(), WILLOW.slug());
        for (TestTenant company : List.of(HARBOR, WILLOW)) {
            assertThat(settled(Content.of(copy, company.id()))).isEqualTo(settled(Content.of(ORIGINAL, company.id())));
        }
        assertThat(one(copy, "select count(*)::text from session")).isEqualTo("0");
        assertThat(one(copy, "select count(*)::text from pg_index where not indisvalid")).isEqualTo("0");
        assertThat(one(copy, KEYS)).isEqualTo(one(ORIGINAL, KEYS));
        assertThat(one(copy, "select to_regnamespace('keyuan_restore')::text")).isNull();
    }

    private static final String KEYS = """
            select string_agg(definition, E'\\n' order by definition) from (
            select pg_get_indexdef(indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace = 'public'::regnamespace
            union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
            ) as all_keys(definition)""";

    @Test
    void theProgramGoesOnFromACopy() {
        String position = HARBOR.administrator().get("/api/v1/changes").expect(200).text("/next");
        DatabaseAddress copy = TestDatabase.empty();
        restore(copy, both, null);

        try (TestNode node = TestNode.start(copy)) {
            TestClient admin = node.asked(HARBOR.administrator());
            assertThat(admin.get("/api/v1/customers?count=exact").expect(200).at("/count/value").asInt()).isEqualTo(1);
            assertThat(admin.get("/api/v1/search?q=" + encoded("yuanshan")).expect(200).items()).hasSize(1);
            assertThat(admin.get("/api/v1/changes").expect(200).items()).as("what was told before").isNotEmpty();

            String added = admin.post("/api/v1/customers", Map.of("name", "After it came back")).expect(201).id();

            TestAnswer told = admin.get("/api/v1/changes?since=" + position).expect(200);
            assertThat(told.items()).as("the feed goes on for whoever followed it").hasSize(1);
            assertThat(told.content()).contains(added);
            assertThat(admin.get("/api/v1/changes?since=" + told.text("/next")).expect(200).items()).isEmpty();
            assertThat(admin.get("/api/v1/jobs").expect(200).items()).anySatisfy(job -> {
                assertThat(job.get("title").asString()).isEqualTo("under way");
                assertThat(job.get("state").asString()).isEqualTo("paused");
            });
            theTrailHolds(admin);
        }
    }

    private static void theTrailHolds(TestClient admin) {
        assertThat(admin.get("/api/v1/audit?kind=backup-restored").expect(200).items()).hasSize(1);
        TestAnswer begun = admin.post("/api/v1/audit/verifications", Map.of()).expect(202);
        await().atMost(Duration.ofMinutes(1)).until(() -> admin.get("/api/v1/jobs/" + begun.id()).text("/state").equals("done"));
        TestAnswer ended = admin.get("/api/v1/jobs/" + begun.id());
        assertThat(ended.at("/result/intact").asBoolean()).as(ended.toString()).isTrue();
        assertThat(ended.at("/result/rows").asInt()).as("what came and what was written since").isGreaterThan(5);
        assertThat(ended.at("/result/unsealed").asInt()).as("what was written since is sealed in its turn").isZero();
    }

    @Test
    void oneCompanyComesBackBesideOthers() {
        Path willow = take("willow.keyuan.gz", WILLOW.id());
        DatabaseAddress copy = TestDatabase.empty();
        restore(copy, willow, null);
        Map<String, List<String>> before = Content.of(copy, WILLOW.id());
        assertThat(one(copy, "select string_agg(slug, ',') from tenant")).isEqualTo(WILLOW.slug());

        restore(copy, both, HARBOR.slug());

        assertThat(settled(Content.of(copy, HARBOR.id()))).isEqualTo(settled(Content.of(ORIGINAL, HARBOR.id())));
        assertThat(Content.of(copy, WILLOW.id())).isEqualTo(before);
        assertThat(one(copy, "select count(*)::text from tenant")).isEqualTo("2");
        assertThatThrownBy(() -> restore(copy, both, HARBOR.slug())).hasMessageContaining("already");
        assertThatThrownBy(() -> restore(copy, both, "nobody")).hasMessageContaining("no company nobody");
        assertThat(one(copy, "select to_regnamespace('keyuan_restore')::text")).isNull();
    }

    @Test
    void nothingIsRestoredOverDataThatIsThere() {
        assertThatThrownBy(() -> restore(ORIGINAL, both, null))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("data here already");
        assertThatThrownBy(() -> restore(ORIGINAL, both, HARBOR.slug())).hasMessageContaining(HARBOR.slug() + " here already");
    }

    @Test
    void aDamagedFileLeavesADatabaseAsItWas() throws Exception {
        byte[] bytes = Files.readAllBytes(both);
        DatabaseAddress copy = TestDatabase.empty();
        byte[] changed = bytes.clone();
        changed[bytes.length / 2] ^= 1;

        for (byte[] damaged : List.of(Arrays.copyOf(bytes, bytes.length - 5), Arrays.copyOf(bytes, bytes.length / 2), changed)) {
            Path file = Files.write(folder.resolve("damaged.keyuan.gz"), damaged);
            assertThatThrownBy(() -> restore(copy, file, null)).isInstanceOf(BackupRefused.class);
            assertThatThrownBy(() -> new BackupFile(file).verify()).isInstanceOf(BackupRefused.class);
            assertThat(one(copy, "select count(*)::text from pg_class where relnamespace = 'public'::regnamespace")).isEqualTo("0");
            assertThat(one(copy, "select to_regnamespace('keyuan_restore')::text")).isNull();
        }
    }

    @Test
    void whatIsWrittenMeanwhileIsInItAsAWholeOrNotAtAll() throws Exception {
        TestTenant busy = RunningProgram.freshTenant();
        var stop = new AtomicBoolean();
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int i = 0; !stop.get(); i++) {
                busy.administrator().post("/api/v1/customers", Map.of("name", "Customer " + i)).expect(201);
            }
        });
        DatabaseAddress copy = TestDatabase.empty();
        try {
            restore(copy, take("busy.keyuan.gz", busy.id()), null);
        } finally {
            stop.set(true);
            writer.join();
        }

        String customers = one(copy, "select count(*)::text from customer");
        assertThat(one(copy, "select count(*)::text from audit where object = 'customer'")).isEqualTo(customers);
        assertThat(one(copy, "select count(*)::text from search_document where object = 'customer'")).isEqualTo(customers);
        assertThat(one(copy, "select count(*)::text from change_log where object = 'customer'")).isEqualTo(customers);
    }

    @Test
    void everyTableIsACompanysOrKnownToBeTheInstallations() throws SQLException {
        List<String> carried;
        try (var snapshot = new Snapshot(ORIGINAL.connect())) {
            carried = snapshot.tables().stream().map(table -> table.name()).toList();
        }

        assertThat(Objects.requireNonNull(one(ORIGINAL, "select string_agg(relname, ',' order by relname) from pg_class where relkind in ('r', 'p')"
                        + " and relnamespace = 'public'::regnamespace and relname <> all (string_to_array('" + String.join(",", carried) + "', ','))"))
                .split(","))
                .as("tables of no company, of which no backup has a row: name one here only where a new installation makes its own")
                .containsExactlyInAnyOrder("flyway_schema_history", "job_schedule", "sign_in_attempt");
    }

    /** Without what a copy is to have otherwise: the era, jobs that were running, and what happens by itself. */
    private static Map<String, List<String>> settled(Map<String, List<String>> content) {
        content.remove("tenant");
        content.remove("job");
        content.remove("token");
        // The original's trail is sealed on by itself, and each is told of what was done to it.
        content.remove("audit_seal");
        content.remove("audit_chain");
        content.computeIfPresent("audit_event", (table, rows) -> rows.stream().filter(row -> !row.contains("\tbackup-")).toList());
        content.values().removeIf(List::isEmpty);
        // People of the original are told of its changes while it is looked at.
        content.remove("notice_position");
        return content;
    }

    private static Path take(String name, @Nullable UUID company) {
        var file = new BackupFile(folder.resolve(name));
        file.write(new Backup(ORIGINAL::connect, "test", Optional.ofNullable(company), RunningProgram.get().bean(ContentStore.class), done -> {}));
        return file.path();
    }

    private static Restore.Restored restore(DatabaseAddress copy, Path file, @Nullable String slug) {
        return new Restore(copy::connect, new BackupFile(file), RunningProgram.get().bean(ContentStore.class), slug, step -> {}).run();
    }

    private static void execute(DatabaseAddress database, String sql) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable String one(DatabaseAddress database, String sql) {
        try (var connection = database.connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
