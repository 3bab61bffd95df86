package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rows like records that are there become what whoever imports them decided, for all of them or for each. */
class AlikeRowsTest {

    private static final Map<String, Object> MAP = Map.of(
            "object", "customers", "mode", "create", "columns", Map.of("name", "name", "city", "city"));

    private final Company company = new Company();
    private final Importer admin = company.importer();

    private static Map<String, String> said(String duplicates) {
        return Map.of("object", "customers", "duplicates", duplicates);
    }

    private List<String> names() {
        return company.column("select name from customer where {t} order by name");
    }

    private JsonNode alike(JsonNode job) {
        return admin.get("/api/v1/jobs/" + job.path("id").asString("") + "/alike").path("items");
    }

    @Test
    void theyAreNewAllTheSameWhereNobodySaysAnything() {
        admin.run(Map.of("object", "customers"), "name\n云杉科技有限公司\n");

        assertThat(admin.run(Map.of("object", "customers"), "name\n云杉科技\n").counts().created()).isOne();
        assertThat(names()).hasSize(2);
    }

    @Test
    void theyAreLeftOutAndTheImportTellsWhich() {
        admin.run(Map.of("object", "customers"), "name\n云杉科技有限公司\n");

        Importer.Result result = admin.run(said("skip"), "name\n远山物流\n雲杉科技（有限公司）\n");

        assertThat(result.counts()).isEqualTo(new Counts(2, 1, 0, 1, 0, 0));
        assertThat(names()).containsExactlyInAnyOrder("云杉科技有限公司", "远山物流");
        JsonNode row = alike(result.job()).path(0);
        assertThat(row.path("line").asInt()).isEqualTo(3);
        assertThat(row.path("what").asString("")).isEqualTo("skip");
        assertThat(row.path("records").path(0).path("title").asString("")).isEqualTo("云杉科技有限公司");
        assertThat(row.path("records").path(0).path("reasons")).isNotEmpty();
    }

    @Test
    void theyChangeTheRecordWhichTheImportTakesBackAgain() {
        admin.run(Map.of("object", "customers"), "name,city,employees\n云杉科技有限公司,,20\n");

        Importer.Result result = admin.run(said("update"), "name,city\n云杉科技,杭州\n远山物流,苏州\n");

        assertThat(result.counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
        assertThat(company.row("select name, city, employees from customer where {t} and employees is not null"))
                .containsExactly("云杉科技", "杭州", 20L);
        admin.undo(result, false);
        assertThat(company.row("select name, city, employees from customer where {t} and deleted_at is null"))
                .containsExactly("云杉科技有限公司", null, 20L);
    }

    @Test
    void rowsOfOneFileMeetEachOther() {
        Importer.Result left = admin.run(said("skip"), "name,phone\n云杉科技,\n云杉科技,\n远山物流,0512 6666 8888\n远山物流公司,0512 6666 8888\n");

        assertThat(left.counts()).isEqualTo(new Counts(4, 2, 0, 2, 0, 0));

        Importer.Result changed = admin.run(said("update"), "name,employees\n青禾软件,10\n青禾软件,20\n云杉科技,30\n云杉科技,40\n");
        assertThat(changed.counts()).isEqualTo(new Counts(4, 1, 3, 0, 0, 0));
        assertThat(company.column("select employees::text from customer where {t} and employees is not null")).containsExactlyInAnyOrder("20", "40");
    }

    @Test
    void rowsOfOneFileMeetEachOtherHoweverTheirNamesAreWritten() {
        String file = "name\n独木桥丙贸易有限公司\n独木桥丙贸易股份有限公司\n独木桥丙贸易\n独木橋丙貿易有限公司\n远山物流\n";

        JsonNode tried = admin.started(admin.upload(file), Map.of("object", "customers", "mode", "create", "columns", Map.of("name", "name")), true);
        assertThat(alike(tried).valueStream().map(row -> row.path("line").asInt() + " " + row.at("/records/0/line").asInt() + " " + row.at("/records/0/title").asString("")))
                .contains("3 2 独木桥丙贸易有限公司").hasSize(3);
        assertThat(alike(tried).toString()).doesNotContain("\"hidden\":true");

        assertThat(admin.run(said("skip"), file).counts()).isEqualTo(new Counts(5, 2, 0, 3, 0, 0));
        assertThat(names()).containsExactlyInAnyOrder("独木桥丙贸易有限公司", "远山物流");
    }

    @Test
    void manyRowsOfOneNameAreNoMoreWorkThanOthers() {
        String file = "name\n" + "云杉科技有限公司\n".repeat(300);

        assertThat(admin.run(said("skip"), file).counts()).isEqualTo(new Counts(300, 1, 0, 299, 0, 0));
    }

    @Test
    void aTrialTellsThemAndEachCanBeDecided() {
        admin.run(Map.of("object", "customers"), "name\n云杉科技有限公司\n远山物流有限公司\n青禾软件有限公司\n");
        String file = "name,city\n云杉科技,杭州\n远山物流,苏州\n青禾软件,宁波\n海门制造,南通\n";
        String upload = admin.upload(file);

        JsonNode tried = admin.started(upload, MAP, true);

        assertThat(alike(tried).valueStream().map(row -> row.path("line").asInt() + " " + row.path("what").asString(""))).containsExactly("2 create", "3 create", "4 create");
        assertThat(names()).hasSize(3);
        Map<String, Object> start = new HashMap<>(Map.of("upload", upload.substring(upload.lastIndexOf('/') + 1), "map", MAP, "dryRun", false));
        start.put("decisions", Map.of("2", "update", "3", "skip"));
        TestAnswer answer = admin.client().post("/api/v1/imports", start).expect(202);
        JsonNode done = admin.ended("/api/v1/jobs/" + answer.id());
        assertThat(new Importer.Result(done, admin).counts()).isEqualTo(new Counts(4, 2, 1, 1, 0, 0));
        assertThat(company.column("select name from customer where {t} order by name"))
                .containsExactlyInAnyOrder("云杉科技", "远山物流有限公司", "青禾软件有限公司", "青禾软件", "海门制造");
    }

    private Importer.Result decided(String file, Map<String, Object> map, Map<String, String> decisions) {
        String upload = admin.upload(file);
        Map<String, Object> start = Map.of("upload", upload.substring(upload.lastIndexOf('/') + 1), "map", map, "dryRun", false, "decisions", decisions);
        return new Importer.Result(admin.ended("/api/v1/jobs/" + admin.client().post("/api/v1/imports", start).expect(202).id()), admin);
    }

    private static Map<String, Object> updating() {
        Map<String, Object> map = new HashMap<>(MAP);
        map.put("duplicates", "update");
        return map;
    }

    @Test
    void whereOneIsAsLikeAsAnotherSomebodySaysWhich() {
        admin.run(Map.of("object", "customers"), "name,employees\n云杉科技有限公司,1\n云杉科技有限公司,2\n");
        String second = String.valueOf(company.row("select id::text from customer where {t} and employees = 2").getFirst());
        String file = "name,city\n云杉科技有限公司,杭州\n";

        assertThat(decided(file, updating(), Map.of("2", second)).counts()).isEqualTo(new Counts(1, 0, 1, 0, 0, 0));
        assertThat(company.column("select employees::text from customer where {t} and city = '杭州'")).containsExactly("2");
        Importer.Result gone = decided(file, updating(), Map.of("2", new java.util.UUID(1, 2).toString()));
        assertThat(gone.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));
        assertThat(gone.failuresText()).contains("not like the record that was chosen");
    }

    @Test
    void rowsOfAKindAreDecidedTogetherAndSingleOnesOtherwise() {
        admin.run(Map.of("object", "customers"), "name\n云杉科技有限公司\n云杉科技有限公司\n远山物流有限公司\n");
        String file = "name,city\n云杉科技有限公司,杭州\n云杉科技,温州\n远山物流,苏州\n";

        assertThat(decided(file, updating(), Map.of("several", "skip", "2", "create")).counts()).isEqualTo(new Counts(3, 1, 1, 1, 0, 0));
        String more = "name,city\n云杉科技,温州\n远山物流公司,苏州\n";
        assertThat(decided(more, MAP, Map.of("one", "update", "several", "create")).counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
    }

    @Test
    void thePreviewShowsWhatWasDecided() {
        admin.run(Map.of("object", "customers"), "name\n云杉科技有限公司\n云杉科技有限公司\n");
        String upload = admin.upload("name,city\n云杉科技有限公司,杭州\n");

        for (var outcome : Map.of("create", "created", "skip", "skipped", "update", "failed").entrySet()) {
            JsonNode row = admin.client().post(upload + "/preview", Map.of("map", updating(), "decisions", Map.of("2", outcome.getKey()))).expect(200).at("/rows/0");
            assertThat(row.path("outcome").asString("")).isEqualTo(outcome.getValue());
            assertThat(row.path("errors")).hasSize(outcome.getValue().equals("failed") ? 1 : 0);
        }
    }

    @Test
    void aRecordOneMayNotSeeIsNeitherChangedNorNamed() {
        admin.run(Map.of("object", "customers"), "name\n云杉科技有限公司\n");
        Importer lin = company.colleague("lin");

        Importer.Result changing = lin.run(said("update"), "name,city\n云杉科技,杭州\n");
        Importer.Result leaving = lin.run(said("skip"), "name,city\n云杉科技,杭州\n");

        assertThat(changing.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));
        assertThat(changing.failuresText()).contains("may not see");
        assertThat(leaving.counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
        String told = lin.client().get("/api/v1/jobs/" + leaving.job().path("id").asString("") + "/alike").expect(200).content();
        assertThat(told).contains("\"hidden\":true").doesNotContain("云杉科技有限公司");
        assertThat(names()).containsExactly("云杉科技有限公司");
    }

    @Test
    void whatTheCompanyDoesNotWantTwiceNobodyMakesByAFile() {
        admin.run(Map.of("object", "customers"), "name\n云杉科技有限公司\n");
        admin.client().put("/api/v1/customers/duplicates/standing", Map.of("onSave", "refuse")).expectOneOf(200, 204);
        Importer lin = company.colleague("lin");

        Importer.Result trial = lin.run(Map.of("object", "customers", "dryRun", "true"), "name\n云杉科技\n远山物流\n远山物流公司\n");
        Importer.Result result = lin.run(Map.of("object", "customers"), "name\n云杉科技\n远山物流\n远山物流公司\n");

        assertThat(trial.counts().failed()).isGreaterThanOrEqualTo(1);
        assertThat(result.counts()).isEqualTo(new Counts(3, 1, 0, 0, 2, 0));
        assertThat(names()).containsExactlyInAnyOrder("云杉科技有限公司", "远山物流");
        assertThat(admin.run(Map.of("object", "customers"), "name\n云杉科技\n").counts().created()).as("who sets up the rules is not bound by them").isOne();
    }

    @Test
    void whatIsAsLikeOneAsAnotherIsNotGuessed() {
        admin.run(Map.of("object", "customers"), "name\n云杉科技有限公司\n云杉科技有限公司\n");

        Importer.Result result = admin.run(said("update"), "name,city\n云杉科技有限公司,杭州\n");

        assertThat(result.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));
        assertThat(result.failuresText()).contains("as like one record as another");
    }

    @Test
    void badWordsAreRefusedWhereTheyStand() {
        assertThat(admin.refusal(said("merge"), "name\nA\n".getBytes(StandardCharsets.UTF_8)).at("/errors/0/path").asString("")).isEqualTo("duplicates");
        assertThat(admin.refusal(Map.of("object", "products", "duplicates", "skip"), "name\nA\n".getBytes(StandardCharsets.UTF_8)).at("/errors/0/code").asString(""))
                .isEqualTo("never-alike");
        String upload = admin.upload("name,city\nA,B\n");
        Map.of("x", "skip", "several", "update", "2", "perhaps").forEach((of, decision) -> {
            Map<String, Object> start =
                    Map.of("upload", upload.substring(upload.lastIndexOf('/') + 1), "map", MAP, "dryRun", true, "decisions", Map.of(of, decision));
            assertThat(admin.client().post("/api/v1/imports", start).expect(400).text("/errors/0/path")).isEqualTo("decisions." + of);
        });
    }
}
