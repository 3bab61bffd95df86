package io.keyuan.browser;

import io.keyuan.TestClient;
import java.util.List;
import java.util.Map;

/** A customer around whom much happens, as pictures of timelines need one. */
final class TalkedAbout {

    private static final SampleCompany COMPANY = SampleCompany.get();

    /** Its page. */
    static final String CUSTOMER = "/customers/" + made();

    private TalkedAbout() {}

    private static String made() {
        Person manager = Person.invited(COMPANY.tenant(), "王主管", "manager").settled();
        TestClient wang = COMPANY.tenant().signIn(manager.login(), manager.password());
        TestClient lin = COMPANY.tenant().signIn(COMPANY.lin().login(), COMPANY.lin().password());
        Map<String, Object> customer = to(make(lin, "customers", Map.of("name", "上海远景软件有限公司", "grade", "a", "stage", "interested")));
        Map<String, Object> contact = to(make(lin, "contacts", Map.of("name", "吴佳", "position", "项目经理", "customer", customer)));
        Map<String, Object> sale = to(make(lin, "opportunities", Map.of(
                "title", "远景二期平台", "customer", customer, "amount", Map.of("amount", "1260000", "currency", "CNY"),
                "lines", List.of(Map.of("product", to(COMPANY.ask("products").text("/items/0/id")), "quantity", "2")))));
        lin.patch("/api/v1/opportunities/" + sale.get("id"), 1, Map.of("stage", "negotiating")).expect(200);
        String log = make(lin, "contact-logs", Map.of(
                "kind", "visit", "happenedAt", "2026-11-20T07:20:00Z", "customer", customer, "contact", contact,
                "summary", "确认二期范围，担心交付周期；下周二前给出分期方案，附报价 v3。\n对方希望分三期付款，质保两年。",
                "nextStep", "给出分期方案", "nextStepDue", "2026-12-01"));
        say(wang, "contact-logs/" + log, "分期可以，首付不低于 40%，注意 Q4 产能。");
        say(lin, "opportunities/" + sale.get("id"), "@[" + manager.id() + "] 报价已按 v3 发出，请审批折扣。");
        say(wang, "customers/" + customer.get("id"), "@[" + COMPANY.lin().id() + "] 本周拜访时带上维保续签的报价。");
        lin.patch("/api/v1/customers/" + customer.get("id"), lin.get("/api/v1/customers/" + customer.get("id")).version(), Map.of("phone", "021-62531818"))
                .expect(200);
        return String.valueOf(customer.get("id"));
    }

    private static Map<String, Object> to(String id) {
        return Map.of("id", id);
    }

    private static String make(TestClient by, String object, Map<String, Object> values) {
        return by.post("/api/v1/" + object, values).expect(201).id();
    }

    private static void say(TestClient by, String record, String body) {
        by.post("/api/v1/" + record + "/comments", Map.of("body", body)).expect(201);
    }
}
