package io.keyuan.backup;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestDatabase;
import io.keyuan.TestNode;
import io.keyuan.engine.Definitions;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.file.ContentStores;
import io.keyuan.program.database.DatabaseAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Data of an earlier release is taken over: {@code first-slice.keyuan.gz} was written by {@code keyuan backup} from a folder of
 * the first slice (the migrations of 22 November 2026) and is never changed. A restore makes exactly the tables of that release, fills
 * them, and lets every migration since run over the rows: what a folder of that release goes through when a newer program
 * starts on it. A migration that works on empty tables only fails here.
 */
class UpgradeTest {

    private static final Path FIRST_SLICE = Path.of("src", "test", "resources", "backups", "first-slice.keyuan.gz");
    private static final DatabaseAddress DATABASE = TestDatabase.empty();

    private static final String COLUMNS = """
            select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
                   || coalesce(' ' || pg_get_expr(d.adbin, d.adrelid), '')
            from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
              and c.relname <> 'flyway_schema_history'""";
    private static final String KEYS = """
            select pg_get_indexdef(indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid
            where c.relnamespace = 'public'::regnamespace
            union all
            select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
            where connamespace = 'public'::regnamespace and contype <> 'n'""";

    private static final TestNode PROGRAM = start();
    private static final TestClient ADMIN = signedIn();

    private static TestNode start() {
        new Restore(DATABASE::connect, new BackupFile(FIRST_SLICE), ContentStores.of(Path.of("target", "upgrade"), name -> null), null, step -> {}).run();
        return TestNode.start(DATABASE);
    }

    @AfterAll
    static void stop() {
        PROGRAM.close();
    }

    private static TestClient signedIn() {
        TestAnswer session = PROGRAM.nobody()
                .post("/api/v1/session", Map.of("login", "admin", "password", "four grey lighthouses"))
                .expect(200);
        return PROGRAM.nobody()
                .with("Cookie", session.header("Set-Cookie").split(";", 2)[0])
                .with("X-CSRF-Token", session.text("/csrfToken"));
    }

    @Test
    void itsTablesBecomeThoseOfANewInstallation() throws SQLException {
        DatabaseAddress fresh = TestDatabase.create();

        assertThat(lines(DATABASE, COLUMNS)).containsExactlyInAnyOrderElementsOf(lines(fresh, COLUMNS));
        assertThat(lines(DATABASE, KEYS)).containsExactlyInAnyOrderElementsOf(lines(fresh, KEYS));
    }

    @Test
    void everyRecordIsThereAndCanBeRead() {
        for (ObjectType type : Definitions.all().all()) {
            for (var item : ADMIN.get("/api/v1/" + type.path() + "?limit=500").expect(200).items()) {
                String path = "/api/v1/" + type.path() + "/" + item.get("id").asString();
                ADMIN.get(path).expect(200);
                ADMIN.get(path + "/history").expect(200);
            }
        }
        Map.of("customers", 43, "contacts", 3, "opportunities", 2, "opportunity-lines", 3, "contact-logs", 2, "tasks", 3,
                        "users", 3, "departments", 3, "products", 2, "competitors", 3)
                .forEach((path, count) -> assertThat(count("/api/v1/" + path + "?count=exact")).as(path).isEqualTo(count));
        assertThat(count("/api/v1/exchange-rates?count=exact")).isEqualTo(3);
        assertThat(count("/api/v1/customers?deleted=true&count=exact")).isEqualTo(1);
    }

    @Test
    void whatHangsTogetherStillDoes() {
        TestAnswer found = ADMIN.get("/api/v1/opportunities?filter=" + encoded("externalId == 'crm-opp-30001'")).expect(200);
        assertThat(found.text("/items/0/customer/title")).isEqualTo("杭州云启科技有限公司");
        assertThat(found.text("/items/0/stage")).isEqualTo("negotiating");

        TestAnswer sums = ADMIN.get("/api/v1/opportunities/aggregate?measure=" + encoded("count,sum(amount)")).expect(200);
        assertThat(sums.text("/groups/0/sum(amount)/base/amount")).isEqualTo("480000.00");
        assertThat(ADMIN.get("/api/v1/search?q=" + encoded("云启")).expect(200).items()).isNotEmpty();
        assertThat(ADMIN.get("/api/v1/search?q=yqkj").expect(200).items()).as("by the initials of its pinyin").isNotEmpty();
    }

    @Test
    void whatHappenedIsStillTold() {
        String id = ADMIN.get("/api/v1/customers?filter=" + encoded("externalId == 'crm-cust-10001'")).expect(200).text("/items/0/id");

        assertThat(ADMIN.get("/api/v1/customers/" + id + "/history").expect(200).items())
                .extracting(entry -> entry.get("action").asString())
                .contains("created", "updated");
        assertThat(ADMIN.get("/api/v1/changes").expect(200).items()).hasSizeGreaterThanOrEqualTo(38);
        TestAnswer jobs = ADMIN.get("/api/v1/jobs").expect(200);
        assertThat(jobs.items()).anySatisfy(job -> assertThat(job.get("title").asString()).isEqualTo("旧客户.csv"));
        String failures = jobs.items().stream().map(job -> job.path("failures").asString("")).filter(path -> !path.isEmpty()).findFirst().orElseThrow();
        assertThat(ADMIN.get(failures).expect(200).content()).contains("up-nameless");
    }

    @Test
    void workGoesOn() {
        TestAnswer customer = ADMIN.get("/api/v1/customers?filter=" + encoded("externalId == 'up-7'")).expect(200);
        String path = "/api/v1/customers/" + customer.text("/items/0/id");
        long version = ADMIN.get(path).expect(200).version();

        ADMIN.patch(path, version, Map.of("city", "宁波")).expect(200);
        String contact = ADMIN.post("/api/v1/contacts", Map.of("name", "新的联系人", "customer", Map.of("id", customer.text("/items/0/id"))))
                .expect(201)
                .id();
        ADMIN.delete("/api/v1/contacts/" + contact).expect(204);
        String binned = ADMIN.get("/api/v1/customers?deleted=true").expect(200).text("/items/0/id");
        ADMIN.post("/api/v1/customers/" + binned + "/restore", Map.of()).expect(200);
        TestAnswer gone = ADMIN.get("/api/v1/customers/" + binned).expect(200);
        ADMIN.with("If-Match", "\"" + gone.version() + "\"").delete("/api/v1/customers/" + binned).expect(204);
    }

    private static int count(String path) {
        return ADMIN.get(path).expect(200).at("/count/value").asInt();
    }

    private static List<String> lines(DatabaseAddress database, String sql) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(Objects.requireNonNull(rows.getString(1)));
            }
            return lines;
        }
    }
}
