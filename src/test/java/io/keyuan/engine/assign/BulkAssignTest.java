package io.keyuan.engine.assign;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many records are given away by a job. */
class BulkAssignTest {

    private static final int MANY = 1_200;

    private final TestTenant company = RunningProgram.freshTenant();
    private final Assigner admin = new Assigner(company.administrator());
    private final TestClient lin = company.person("lin");
    private final TestClient wang = company.person("wang");

    @Test
    void aWholeFilteredListChangesHandsThoughTheFilterHoldsNoMore() {
        admin.customers(MANY, "林的", lin.person());
        admin.customers(30, "王的", wang.person());

        JsonNode job = admin.assignMany("customers", Map.of("filter", "owner == '" + lin.person() + "'", "to", wang.person()));

        assertThat(job.path("state").asString()).isEqualTo("done");
        assertThat(job.at("/result/in").asInt()).isEqualTo(MANY);
        assertThat(job.at("/result/updated").asInt()).isEqualTo(MANY);
        assertThat(job.at("/result/people/" + wang.person()).asInt()).isEqualTo(MANY);
        assertThat(job.path("failures").isNull()).isTrue();
        assertThat(admin.owned("customers", lin.person())).isZero();
        assertThat(admin.owned("customers", wang.person())).isEqualTo(MANY + 30);
    }

    @Test
    void aLookTellsTheSameAndChangesNothing() {
        List<String> ids = admin.customers(700, "林的", lin.person());
        admin.make("contacts", Map.of("name", "陈思远", "customer", Map.of("id", ids.getFirst())), lin.person());
        Map<String, Object> order = Map.of("filter", "", "to", wang.person(), "along", List.of("contacts"));

        JsonNode looked = admin.assignMany("customers", with(order, "dryRun", true));

        assertThat(admin.owned("customers", lin.person())).isEqualTo(700);
        assertThat(looked.path("undoable").asBoolean()).isFalse();
        JsonNode done = admin.assignMany("customers", order);
        assertThat(done.path("result")).isEqualTo(looked.path("result"));
        assertThat(done.at("/result/along/contacts").asInt()).isEqualTo(1);
    }

    private static Map<String, Object> with(Map<String, Object> some, String key, Object value) {
        var all = new HashMap<>(some);
        all.put(key, value);
        return all;
    }

    @Test
    void whatIsTakenBackIsAsItWas() {
        List<String> ids = admin.customers(600, "林的", lin.person());
        ids.subList(0, 40).forEach(id -> admin.make("contacts", Map.of("name", "联系人", "customer", Map.of("id", id)), lin.person()));
        JsonNode done = admin.assignMany("customers", Map.of("filter", "name.startsWith('林')", "to", wang.person(), "along", List.of("contacts"), "note", "交接"));
        assertThat(admin.owned("contacts", wang.person())).isEqualTo(40);

        JsonNode undone = admin.undo(done.path("id").asString());

        assertThat(undone.at("/result/restored").asInt()).isEqualTo(640);
        assertThat(undone.at("/result/kept").asInt()).isZero();
        assertThat(admin.owned("customers", lin.person())).isEqualTo(600);
        assertThat(admin.owned("contacts", lin.person())).isEqualTo(40);
        assertThat(company.administrator().get("/api/v1/customers/" + ids.getFirst() + "/owners").expect(200).items()).hasSize(3);
    }

    @Test
    void whatIsNotThereForThemIsListedAsFailed() {
        List<String> mine = new Assigner(lin).customers(3, "林的", null);
        String others = admin.make("customers", Map.of("name", "王的"), wang.person());
        var ids = new ArrayList<>(mine);
        ids.add(others);

        JsonNode job = new Assigner(lin).assignMany("customers", Map.of("ids", ids, "to", wang.person()));

        assertThat(job.at("/result/in").asInt()).isEqualTo(4);
        assertThat(job.at("/result/updated").asInt()).isEqualTo(3);
        assertThat(job.at("/result/failed").asInt()).isEqualTo(1);
        String failures = lin.get(job.path("failures").asString()).expect(200).content();
        assertThat(failures.lines()).hasSize(2);
        assertThat(failures).contains(others).doesNotContain("王的");
    }

    @Test
    void oneGivesAwayOnlyWhatIsInOnesReach() {
        admin.customers(5, "王的", wang.person());
        new Assigner(lin).customers(4, "林的", null);

        JsonNode job = new Assigner(lin).assignMany("customers", Map.of("filter", "", "to", wang.person()));

        assertThat(job.at("/result/in").asInt()).isEqualTo(4);
        assertThat(admin.owned("customers", wang.person())).isEqualTo(9);
    }

    @Test
    void whatIsWrongIsSaidAtOnce() {
        String path = "/api/v1/customers/assign";
        TestClient client = company.administrator();
        assertThat(client.post(path, Map.of("to", wang.person())).expect(400).error("filter")).isNotNull();
        assertThat(client.post(path, Map.of("filter", "nonsense ==", "to", wang.person())).expect(400).error("filter")).isNotNull();
        assertThat(client.post(path, Map.of("ids", List.of(), "to", wang.person())).expect(400).error("ids")).isNotNull();
        assertThat(client.post(path, Map.of("ids", List.of("x"), "to", wang.person())).expect(400).error("ids")).isNotNull();
        assertThat(client.post(path, Map.of("filter", "", "to", lin.person().replace('0', '1'))).expect(422).error("to")).isNotNull();
        assertThat(client.post(path, Map.of("filter", "", "rule", "01900000-0000-7000-8000-000000000000")).expect(422).error("rule")).isNotNull();
        client.post("/api/v1/products/assign", Map.of("filter", "", "to", wang.person())).expect(404);
        company.nobody().post(path, Map.of("filter", "", "to", wang.person())).expect(401);
    }
}
