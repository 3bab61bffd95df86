package io.keyuan.identity.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Departments, teams and absences, and what of them cannot be. */
class OrganisationTest {

    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final TestClient COLLEAGUE = TENANT.person("xu");

    private static String person(String name) {
        return ADMIN.post("/api/v1/users", Map.of("name", name)).expect(201).id();
    }

    private static String department(String name) {
        return ADMIN.post("/api/v1/departments", Map.of("name", name)).expect(201).id();
    }

    private static Map<String, Object> id(String id) {
        return Map.of("id", id);
    }

    private static String code(TestAnswer refused, String path) {
        return Objects.requireNonNull(refused.error(path), refused::toString).get("code").asString();
    }

    @Test
    void aPersonWorksInSeveralDepartmentsButInNoneTwice() {
        String east = department("华东区");
        String south = department("华南区");
        String person = ADMIN.post("/api/v1/users", Map.of("name", "何晓", "department", id(east), "memberships", List.of(
                Map.of("department", id(south), "position", "顾问")))).expect(201).id();

        TestAnswer read = ADMIN.get("/api/v1/users/" + person).expect(200);
        assertThat(read.text("/memberships/0/department/title")).isEqualTo("华南区");
        assertThat(read.text("/memberships/0/position")).isEqualTo("顾问");
        TestAnswer twice = ADMIN.post("/api/v1/memberships", Map.of("person", id(person), "department", id(south))).expect(409);
        assertThat(code(twice, "department")).isEqualTo("there-already");
        ADMIN.patch("/api/v1/users/" + person, 1, Map.of("memberships", List.of(
                Map.of("department", id(south)), Map.of("department", id(south))))).expect(422);
        ADMIN.patch("/api/v1/users/" + person, 1, Map.of("memberships", List.of(
                Map.of("department", id(east)), Map.of("department", id(south))))).expect(200);
        COLLEAGUE.post("/api/v1/memberships", Map.of("person", id(COLLEAGUE.person()), "department", id(south))).expect(403);
    }

    @Test
    void aMembershipComesBackFromTheBinOnlyWhereItIsMissing() {
        String south = department("华南区");
        String person = person("马骏");
        Map<String, Object> row = Map.of("person", id(person), "department", id(south));
        String first = ADMIN.post("/api/v1/memberships", row).expect(201).id();
        ADMIN.delete("/api/v1/memberships/" + first).expect(204);
        ADMIN.post("/api/v1/memberships", row).expect(201);

        ADMIN.post("/api/v1/memberships/" + first + "/restore", Map.of()).expect(409);
    }

    @Test
    void aTeamHasPeopleOfAllDepartmentsEachOnce() {
        String one = person("丁一");
        String two = person("卜二");
        TestAnswer team = ADMIN.post("/api/v1/teams", Map.of("name", "医院项目组", "leader", id(one), "members", List.of(
                Map.of("person", id(one)), Map.of("person", id(two))))).expect(201);

        assertThat(team.at("/members").valueStream().map(row -> row.at("/person/title").asString())).containsExactly("丁一", "卜二");
        ADMIN.post("/api/v1/team-members", Map.of("team", id(team.id()), "person", id(two))).expect(409);
        COLLEAGUE.get("/api/v1/teams/" + team.id()).expect(200);
        COLLEAGUE.patch("/api/v1/teams/" + team.id(), 1, Map.of("name", "我的")).expect(403);
    }

    @Test
    void whatIsKnownByANameFollowsIt() {
        String department = department("华中区");
        String person = ADMIN.post("/api/v1/users", Map.of("name", "旧名", "memberships", List.of(Map.of("department", id(department)))))
                .expect(201).id();
        String team = ADMIN.post("/api/v1/teams", Map.of("name", "改名组", "members", List.of(Map.of("person", id(person))))).expect(201).id();

        ADMIN.patch("/api/v1/departments/" + department, 1, Map.of("name", "中部")).expect(200);
        ADMIN.patch("/api/v1/users/" + person, 1, Map.of("name", "新名")).expect(200);

        assertThat(ADMIN.get("/api/v1/users/" + person).expect(200).text("/memberships/0/name")).isEqualTo("中部");
        assertThat(ADMIN.get("/api/v1/teams/" + team).expect(200).text("/members/0/name")).isEqualTo("新名");
    }

    @Test
    void departmentsAreATreeAndACircleIsNamed() {
        String top = department("总部");
        String middle = ADMIN.post("/api/v1/departments", Map.of("name", "销售部", "parent", id(top))).expect(201).id();
        String low = ADMIN.post("/api/v1/departments", Map.of("name", "华东区", "parent", id(middle))).expect(201).id();

        TestAnswer refused = ADMIN.patch("/api/v1/departments/" + top, 1, Map.of("parent", id(low))).expect(422);

        assertThat(code(refused, "parent")).isEqualTo("circle");
        assertThat(refused.text("/errors/0/message")).isEqualTo("That would be a circle: 总部 → 华东区 → 销售部 → 总部.");
        ADMIN.patch("/api/v1/departments/" + top, 1, Map.of("parent", id(top))).expect(422);
        ADMIN.patch("/api/v1/departments/" + low, 1, Map.of("parent", id(top))).expect(200);
    }

    @Test
    void nobodyIsTheirOwnManagerAlsoNotByWayOfABatch() {
        String one = person("高一");
        String two = person("高二");
        String three = person("高三");
        ADMIN.patch("/api/v1/users/" + two, 1, Map.of("manager", id(one))).expect(200);
        TestAnswer refused = ADMIN.patch("/api/v1/users/" + one, 1, Map.of("manager", id(two))).expect(422);
        assertThat(refused.text("/errors/0/message")).contains("高一 → 高二 → 高一");

        TestAnswer batch = ADMIN.post("/api/v1/users/batch", Map.of("update", List.of(
                Map.of("id", one, "manager", id(three)), Map.of("id", three, "manager", id(two))))).expect(200);

        assertThat(batch.at("/results").valueStream().map(row -> row.get("status").asInt())).containsExactly(422, 422);
        ADMIN.patch("/api/v1/users/" + three, 1, Map.of("manager", id(two))).expect(200);
    }

    private static Map<String, Object> absence(String person, String first, String last) {
        return Map.of("person", id(person), "firstDay", first, "lastDay", last);
    }

    @Test
    void nobodyIsAwayTwiceAtATimeOrStandsInForThemselves() {
        String person = person("贺兰");
        ADMIN.post("/api/v1/absences", absence(person, "2026-12-01", "2026-12-05")).expect(201);

        assertThat(code(ADMIN.post("/api/v1/absences", absence(person, "2026-12-05", "2026-12-09")).expect(422), "firstDay"))
                .isEqualTo("away-already");
        ADMIN.post("/api/v1/absences", absence(person, "2026-11-20", "2026-12-31")).expect(422);
        assertThat(code(ADMIN.post("/api/v1/absences", absence(person, "2026-12-20", "2026-12-19")).expect(422), "lastDay"))
                .isEqualTo("ends-before-it-begins");
        String next = ADMIN.post("/api/v1/absences", absence(person, "2026-12-06", "2026-12-06")).expect(201).id();
        ADMIN.patch("/api/v1/absences/" + next, 1, Map.of("lastDay", "2026-12-08")).expect(200);
        TestAnswer oneself = ADMIN.patch("/api/v1/absences/" + next, 2, Map.of("standIn", id(person))).expect(422);
        assertThat(code(oneself, "standIn")).isEqualTo("stands-in-for-oneself");
    }

    @Test
    void everybodyWritesTheirOwnAbsenceAndNobodyElses() {
        String mine = COLLEAGUE.post("/api/v1/absences", absence(COLLEAGUE.person(), "2027-01-04", "2027-01-05")).expect(201).id();
        COLLEAGUE.patch("/api/v1/absences/" + mine, 1, Map.of("reason", "Holiday")).expect(200);

        String other = person("贺兰");
        COLLEAGUE.post("/api/v1/absences", absence(other, "2027-01-04", "2027-01-05")).expect(403);
        COLLEAGUE.patch("/api/v1/absences/" + mine, 2, Map.of("person", id(other))).expect(403);
        String theirs = ADMIN.post("/api/v1/absences", absence(other, "2027-01-04", "2027-01-05")).expect(201).id();
        COLLEAGUE.get("/api/v1/absences/" + theirs).expect(200);
        COLLEAGUE.delete("/api/v1/absences/" + theirs).expect(403);
        COLLEAGUE.delete("/api/v1/absences/" + mine).expect(204);
    }
}
