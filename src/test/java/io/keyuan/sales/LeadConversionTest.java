package io.keyuan.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A lead becomes a customer with whom one can work, and stays to tell where they came from. */
class LeadConversionTest {

    private static final TestClient CLIENT = RunningProgram.freshTenant().administrator();

    @Test
    void aCompanyBecomesACustomerAContactAndAnOpportunity() {
        String lead = CLIENT.post("/api/v1/leads", Map.of(
                "name", "陈伟", "company", "蓝港物流有限公司", "mobile", "13900010002", "source", "exhibition", "need", "两个仓库的传感器",
                "city", "宁波")).expect(201).id();

        TestAnswer became = CLIENT.post("/api/v1/leads/" + lead + "/convert", Map.of()).expect(200);

        TestAnswer customer = CLIENT.get("/api/v1/customers/" + became.text("/customer/id")).expect(200);
        assertThat(customer.text("/name")).isEqualTo("蓝港物流有限公司");
        assertThat(customer.text("/source")).isEqualTo("exhibition");
        assertThat(customer.text("/kind")).isEqualTo("company");
        TestAnswer contact = CLIENT.get("/api/v1/contacts/" + became.text("/contact/id")).expect(200);
        assertThat(contact.text("/name")).isEqualTo("陈伟");
        assertThat(contact.text("/customer/id")).isEqualTo(customer.id());
        TestAnswer opportunity = CLIENT.get("/api/v1/opportunities/" + became.text("/opportunity/id")).expect(200);
        assertThat(opportunity.text("/title")).isEqualTo("两个仓库的传感器");
        assertThat(opportunity.text("/contact/id")).isEqualTo(contact.id());
        TestAnswer kept = CLIENT.get("/api/v1/leads/" + lead).expect(200);
        assertThat(kept.text("/state")).isEqualTo("converted");
        assertThat(kept.text("/convertedAt")).isNotEmpty();
        assertThat(CLIENT.get("/api/v1/leads/" + lead + "/history").expect(200).items()).hasSize(2);
    }

    @Test
    void aPersonWithoutACompanyIsAPrivateCustomer() {
        String lead = CLIENT.post("/api/v1/leads", Map.of("name", "Anna Berg", "email", "anna@example.com")).expect(201).id();

        TestAnswer became = CLIENT.post("/api/v1/leads/" + lead + "/convert", Map.of()).expect(200);

        assertThat(became.at("/contact").isNull()).isTrue();
        TestAnswer customer = CLIENT.get("/api/v1/customers/" + became.text("/customer/id")).expect(200);
        assertThat(customer.text("/kind")).isEqualTo("person");
        assertThat(customer.text("/email")).isEqualTo("anna@example.com");
    }

    @Test
    void aCustomerThatIsThereIsTakenInsteadOfAnother() {
        TestClient client = RunningProgram.freshTenant().administrator();
        client.put("/api/v1/customers/duplicates/standing", Map.of("onSave", "warn")).expectOneOf(200, 204);
        client.put("/api/v1/contacts/duplicates/standing", Map.of("onSave", "warn")).expectOneOf(200, 204);
        String customer = client.post("/api/v1/customers", Map.of("name", "宁波蓝湾冷链有限公司", "kind", "company")).expect(201).id();
        String lead = client.post("/api/v1/leads", Map.of("name", "周海", "company", "宁波蓝湾冷链")).expect(201).id();
        String convert = "/api/v1/leads/" + lead + "/convert";

        TestAnswer asked = client.post(convert, Map.of()).expect(409);
        assertThat(asked.at("/candidates/0/id").asString()).isEqualTo(customer);
        assertThat(asked.text("/object")).isEqualTo("customers");
        assertThat(client.get("/api/v1/leads/" + lead).text("/state")).as("nothing has happened").isEqualTo("new");
        client.post(convert, Map.of("customer", Map.of("id", lead))).expect(422);
        client.post(convert + "?duplicates=maybe", Map.of()).expect(400);

        TestAnswer became = client.post(convert, Map.of("customer", Map.of("id", customer))).expect(200);
        assertThat(became.text("/customer/id")).isEqualTo(customer);
        assertThat(client.get("/api/v1/contacts/" + became.text("/contact/id")).text("/customer/id")).isEqualTo(customer);
        client.post(convert, Map.of("customer", Map.of())).expect(422);
        client.patch("/api/v1/contacts/" + became.text("/contact/id"), 1, Map.of("mobile", "13900020003")).expect(200);
        String same = client.post("/api/v1/leads", Map.of("name", "周海", "company", "宁波蓝湾冷链", "mobile", "13900020003")).expect(201).id();
        TestAnswer person = client.post("/api/v1/leads/" + same + "/convert", Map.of("customer", Map.of("id", customer))).expect(409);
        assertThat(person.text("/object")).isEqualTo("contacts");
        assertThat(client.post("/api/v1/leads/" + same + "/convert", Map.of(
                "customer", Map.of("id", customer), "contact", Map.of("id", became.text("/contact/id")))).expect(200).text("/contact/id"))
                .isEqualTo(became.text("/contact/id"));
        String another = client.post("/api/v1/leads", Map.of("name", "周洋", "company", "宁波蓝湾冷链")).expect(201).id();
        assertThat(client.post("/api/v1/leads/" + another + "/convert?duplicates=allow", Map.of()).expect(200).text("/customer/id")).isNotEqualTo(customer);
    }

    @Test
    void whatHasEndedIsNotConvertedAndNothingEndsAsConvertedByHand() {
        String lead = CLIENT.post("/api/v1/leads", Map.of("name", "李娜")).expect(201).id();
        CLIENT.patch("/api/v1/leads/" + lead, 1, Map.of("state", "converted")).expect(422);
        CLIENT.patch("/api/v1/leads/" + lead, 1, Map.of("state", "disqualified")).expect(422);
        CLIENT.patch("/api/v1/leads/" + lead, 1, Map.of("state", "disqualified", "disqualification", "noNeed")).expect(200);

        assertThat(CLIENT.post("/api/v1/leads/" + lead + "/convert", Map.of()).expect(409).content()).contains("already");
        CLIENT.post("/api/v1/leads/00000000-0000-7000-8000-000000000000/convert", Map.of()).expect(404);
    }
}
