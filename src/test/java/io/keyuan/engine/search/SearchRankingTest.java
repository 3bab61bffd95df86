package io.keyuan.engine.search;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever looks for a customer by its name finds it before the hundreds of newer records that bear the name because they are its own. */
class SearchRankingTest {

    private static final int MANY = 600;

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    private String customer(String name) {
        return admin.post("/api/v1/customers", Map.of("name", name)).expect(201).id();
    }

    private void contactsCalledAlike(String customer, String name) {
        List<Map<String, Object>> rows = IntStream.range(0, MANY)
                .mapToObj(i -> Map.<String, Object>of("name", name + i, "customer", Map.of("id", customer)))
                .toList();
        assertThat(admin.post("/api/v1/contacts/batch", Map.of("create", rows)).expect(200).content()).doesNotContain("\"errors\":[{");
    }

    private static String first(TestClient reader, String words) {
        return reader.get("/api/v1/search?q=" + encoded(words)).expect(200).at("/items/0/title").asString();
    }

    @Test
    void aCustomerIsFoundByItsNameBeforeAllThatIsNamedAfterIt() {
        String customer = customer("远东金具有限公司");
        contactsCalledAlike(customer, "远东金具 项目联系人 ");

        assertThat(List.of("远东金具有限公司", "远东金具", "金具", "yuandong", "ydjj")).allSatisfy(words ->
                assertThat(first(admin, words)).as(words).isEqualTo("远东金具有限公司"));
        TestClient colleague = company.person("colleague-" + company.slug());
        assertThat(colleague.get("/api/v1/search?q=" + encoded("金具")).expect(200).items()).isEmpty();
        admin.post("/api/v1/customers/" + customer + "/shares", Map.of("to", Map.of("id", colleague.person(), "kind", "user"))).expect(204);
        assertThat(first(colleague, "金具")).isEqualTo("远东金具有限公司");
    }

    @Test
    void peopleOfOneNameAreToldApartByWhereTheyAre() {
        List.of("东海船厂", "西岭矿业").forEach(company -> admin.post("/api/v1/contacts", Map.of("name", "李国安", "customer", Map.of("id", customer(company)))).expect(201));

        assertThat(admin.get("/api/v1/search?object=contacts&q=" + encoded("李国安")).expect(200).items()).extracting(hit -> hit.path("above").asString())
                .containsExactlyInAnyOrder("东海船厂", "西岭矿业");
    }

    @Test
    void theOneThatIsCalledExactlySoComesBeforeNewerOnesThatBeginAlike() {
        customer("Acme");
        List<Map<String, Object>> rows = IntStream.range(0, MANY).mapToObj(i -> Map.<String, Object>of("name", "Acme 100%_ Works " + i)).toList();
        admin.post("/api/v1/customers/batch", Map.of("create", rows)).expect(200);

        assertThat(first(admin, "acme")).isEqualTo("Acme");
        assertThat(first(admin, " ACME ")).isEqualTo("Acme");
        assertThat(first(admin, "Acme 100%_ Works 7")).isEqualTo("Acme 100%_ Works 7");
    }
}
