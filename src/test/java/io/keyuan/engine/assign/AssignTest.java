package io.keyuan.engine.assign;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One record is given to somebody else, with what hangs on it. */
class AssignTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final Assigner ADMIN = new Assigner(COMPANY.administrator());
    private static final TestClient LIN = COMPANY.person("lin");
    private static final TestClient WANG = COMPANY.person("wang");
    private static final TestClient ZHAO = COMPANY.person("zhao");

    private final String customer = ADMIN.make("customers", Map.of("name", "远山科技"), LIN.person());

    private String hung(String object, Map<String, ?> values, String owner) {
        var all = new HashMap<String, Object>(values);
        all.put("customer", Map.of("id", customer));
        return ADMIN.make(object, all, owner);
    }

    @Test
    void itIsTheirsAndItsHistorySaysSinceWhenAndWhy() {
        TestAnswer answer = ADMIN.assign("customers", customer, Map.of("to", WANG.person(), "note", "林去休假")).expect(200);

        assertThat(answer.text("/owner/id")).isEqualTo(WANG.person());
        assertThat(answer.at("/moved/0/moved").asInt()).isEqualTo(1);
        WANG.get("/api/v1/customers/" + customer).expect(200);
        LIN.get("/api/v1/customers/" + customer).expect(404);
        List<JsonNode> owners = WANG.get("/api/v1/customers/" + customer + "/owners").expect(200).items();
        assertThat(owners).extracting(each -> each.at("/owner/title").asString()).containsExactly("wang", "lin");
        assertThat(owners.getFirst().path("until").isNull()).isTrue();
        assertThat(owners.getFirst().path("note").asString()).isEqualTo("林去休假");
        assertThat(owners.getFirst().at("/by/id").asString()).isEqualTo(COMPANY.administrator().person());
        assertThat(owners.getFirst().path("operation").asString()).isEqualTo(answer.text("/job"));
        assertThat(owners.getLast().path("until").asString()).isEqualTo(owners.getFirst().path("from").asString());
        assertThat(owners.getLast().path("note").isNull()).isTrue();
    }

    @Test
    void whatIsOpenAndBelongedToTheSamePersonMovesAlong() {
        String contact = hung("contacts", Map.of("name", "陈思远"), LIN.person());
        String others = hung("contacts", Map.of("name", "何敏"), ZHAO.person());
        String open = hung("opportunities", Map.of("title", "二期"), LIN.person());
        String won = hung("opportunities", Map.of("title", "一期", "stage", "won", "closeDate", "2026-10-01"), LIN.person());
        String task = hung("tasks", Map.of("title", "报价"), LIN.person());

        TestAnswer answer = ADMIN.assign("customers", customer, Map.of("to", WANG.person(), "along", List.of("contacts", "opportunities"))).expect(200);

        assertThat(ADMIN.owner("contacts", contact)).isEqualTo(WANG.person());
        assertThat(ADMIN.owner("contacts", others)).isEqualTo(ZHAO.person());
        assertThat(ADMIN.owner("opportunities", open)).isEqualTo(WANG.person());
        assertThat(ADMIN.owner("opportunities", won)).isEqualTo(LIN.person());
        assertThat(ADMIN.owner("tasks", task)).as("was not named").isEqualTo(LIN.person());
        assertThat(answer.at("/moved").valueStream().map(each -> each.path("object").asString() + " " + each.path("moved").asInt()))
                .containsExactly("customers 1", "contacts 1", "opportunities 1");
    }

    @Test
    void everythingMovesAlongWhereThatIsWanted() {
        String others = hung("contacts", Map.of("name", "何敏"), ZHAO.person());
        String won = hung("opportunities", Map.of("title", "一期", "stage", "won", "closeDate", "2026-10-01"), ZHAO.person());

        ADMIN.assign("customers", customer, Map.of(
                "to", WANG.person(), "along", List.of("contacts", "opportunities"), "alongOf", "anyone", "alongState", "all")).expect(200);

        assertThat(ADMIN.owner("contacts", others)).isEqualTo(WANG.person());
        assertThat(ADMIN.owner("opportunities", won)).isEqualTo(WANG.person());
    }

    @Test
    void whatOneChoosesFromIsCounted() {
        hung("contacts", Map.of("name", "陈思远"), LIN.person());
        hung("contacts", Map.of("name", "何敏"), ZHAO.person());
        hung("opportunities", Map.of("title", "一期", "stage", "won", "closeDate", "2026-10-01"), LIN.person());

        TestAnswer offer = COMPANY.administrator().get("/api/v1/customers/" + customer + "/assign").expect(200);

        JsonNode contacts = offer.at("/along").valueStream().filter(each -> each.path("object").asString().equals("contacts")).findFirst().orElseThrow();
        assertThat(contacts.path("all").asInt()).isEqualTo(2);
        assertThat(contacts.path("sameOwner").asInt()).isEqualTo(1);
        assertThat(contacts.path("ends").asBoolean()).isFalse();
        JsonNode sales = offer.at("/along").valueStream().filter(each -> each.path("object").asString().equals("opportunities")).findFirst().orElseThrow();
        assertThat(sales.path("open").asInt()).isZero();
        assertThat(sales.path("all").asInt()).isEqualTo(1);
        assertThat(sales.path("ends").asBoolean()).isTrue();
        assertThat(offer.text("/owner/title")).isEqualTo("lin");
    }

    @Test
    void whoGivesAwayTheirOwnTakesAlongWhatTheySee() {
        String contact = hung("contacts", Map.of("name", "陈思远"), LIN.person());

        LIN.post("/api/v1/customers/" + customer + "/assign", Map.of("to", WANG.person(), "along", List.of("contacts"))).expect(200);

        LIN.get("/api/v1/customers/" + customer).expect(404);
        WANG.get("/api/v1/contacts/" + contact).expect(200);
    }

    @Test
    void undoneEverythingIsWhereItWas() {
        String contact = hung("contacts", Map.of("name", "陈思远"), LIN.person());
        JsonNode before = COMPANY.administrator().get("/api/v1/customers/" + customer).body().path("owner");
        String job = ADMIN.assign("customers", customer, Map.of("to", WANG.person(), "along", List.of("contacts"))).expect(200).text("/job");

        assertThat(ADMIN.job(job).path("undoable").asBoolean()).isTrue();
        JsonNode undone = ADMIN.undo(job);

        assertThat(undone.path("state").asString()).isEqualTo("done");
        assertThat(undone.at("/result/restored").asInt()).isEqualTo(2);
        assertThat(COMPANY.administrator().get("/api/v1/customers/" + customer).body().path("owner")).isEqualTo(before);
        assertThat(ADMIN.owner("contacts", contact)).isEqualTo(LIN.person());
        assertThat(ADMIN.job(job).path("state").asString()).isEqualTo("undone");
    }

    @Test
    void whoGaveItAwayTakesItBackThoughItIsNotTheirsAnyMore() {
        String job = LIN.post("/api/v1/customers/" + customer + "/assign", Map.of("to", WANG.person())).expect(200).text("/job");

        new Assigner(LIN).undo(job);

        assertThat(ADMIN.owner("customers", customer)).isEqualTo(LIN.person());
    }

    @Test
    void whoeverHasItAlreadyGetsNoNewVersionOfIt() {
        long version = COMPANY.administrator().get("/api/v1/customers/" + customer).version();

        TestAnswer answer = ADMIN.assign("customers", customer, Map.of("to", LIN.person())).expect(200);

        assertThat(answer.at("/job").isNull()).isTrue();
        assertThat(COMPANY.administrator().get("/api/v1/customers/" + customer).version()).isEqualTo(version);
    }

    @Test
    void whatIsWrongIsSaid() {
        String nobody = "01900000-0000-7000-8000-000000000000";
        assertThat(ADMIN.assign("customers", customer, Map.of("to", nobody)).expect(422).error("to")).isNotNull();
        assertThat(ADMIN.assign("customers", customer, Map.of("to", "me")).expect(400).error("to")).isNotNull();
        assertThat(ADMIN.assign("customers", customer, Map.of()).expect(400).error("to")).isNotNull();
        assertThat(ADMIN.assign("customers", customer, Map.of("to", WANG.person(), "rule", "matching")).expect(400).error("to")).isNotNull();
        assertThat(ADMIN.assign("customers", customer, Map.of("to", WANG.person(), "along", List.of("products"))).expect(400).error("along")).isNotNull();
        assertThat(ADMIN.assign("customers", customer, Map.of("to", WANG.person(), "alongOf", "all")).expect(400).error("alongOf")).isNotNull();
        assertThat(ADMIN.assign("customers", customer, Map.of("to", WANG.person(), "note", "长".repeat(1_001))).expect(422).error("note")).isNotNull();
        ADMIN.assign("customers", nobody, Map.of("to", WANG.person())).expect(404);
        ADMIN.assign("products", nobody, Map.of("to", WANG.person())).expect(404);
        assertThat(ADMIN.owner("customers", customer)).isEqualTo(LIN.person());
    }

    @Test
    void nobodyIsGivenAnythingWhoseAccountIsDisabled() {
        TestClient gone = COMPANY.person("gone-" + customer.substring(24));
        COMPANY.administrator().post("/api/v1/users/" + gone.person() + "/disable", Map.of()).expect(204);

        assertThat(ADMIN.assign("customers", customer, Map.of("to", gone.person())).expect(422).error("to")).isNotNull();
    }

    @Test
    void whatOneMayNotSeeOneMayNotGiveAway() {
        WANG.post("/api/v1/customers/" + customer + "/assign", Map.of("to", WANG.person())).expect(404);
        WANG.get("/api/v1/customers/" + customer + "/assign").expect(404);
        WANG.get("/api/v1/customers/" + customer + "/owners").expect(404);
        COMPANY.nobody().post("/api/v1/customers/" + customer + "/assign", Map.of("to", WANG.person())).expect(401);
    }
}
