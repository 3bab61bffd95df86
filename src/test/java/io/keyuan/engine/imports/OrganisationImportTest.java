package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A company brings its people and departments in one file, as another system exported it. */
class OrganisationImportTest {

    private static final List<String> BRANCHES = List.of("销售部/华东区/上海", "销售部/华东区/杭州", "销售部/华南区", "客服中心", "财务部", "市场部/品牌组");
    private static final int PEOPLE = 60;

    private final Company company = new Company();
    private final Importer admin = company.importer();

    private static String login(int person) {
        return "yh%03d".formatted(person);
    }

    /** The heads come last, so that most rows name somebody further down. */
    private static String file() {
        List<String> rows = new ArrayList<>();
        for (int person = PEOPLE - 1; person >= 0; person--) {
            int branch = person % BRANCHES.size();
            boolean heads = person < BRANCHES.size();
            String manager = person == 0 ? "" : heads ? "员工甲00" : "员工甲0" + branch;
            rows.add(String.join(",", "员工甲%02d".formatted(person), login(person), BRANCHES.get(branch), manager,
                    heads ? "经理" : "专员", "1390571" + (1000 + person), login(person) + "@yunheng.example"));
        }
        return "姓名,登录名,部门,上级,职务,手机,邮箱\n" + String.join("\n", rows) + "\n";
    }

    @Test
    void everyColumnIsRecognised() {
        String id = admin.upload(file());

        JsonNode survey = admin.get(id + "/survey?object=users");

        assertThat(survey.path("columns").valueStream().map(column -> column.path("guess").path("field").asString("")))
                .containsExactly("name", "login", "department", "manager", "position", "phone", "email");
    }

    @Test
    void oneFileMakesTheTreeOfDepartmentsAndThePeopleInIt() {
        String map = """
                object: users
                key: login
                columns:
                  姓名: name
                  登录名: login
                  部门: {field: department, by: name, missing: create}
                  上级: {field: manager, by: name}
                  职务: position
                  手机: phone
                  邮箱: email
                """;

        Importer.Result tried = admin.run(Map.of("map", map, "dryRun", "true"), file());
        assertThat(tried.counts().failed()).as(tried.job().toString()).isZero();
        assertThat(company.row("select count(*) from department where {t}")).containsExactly(0L);
        Importer.Result done = admin.run(Map.of("map", map), file());

        assertThat(done.counts()).as(done.job().toString()).isEqualTo(new Counts(PEOPLE, PEOPLE, 0, 0, 0, 9));
        assertThat(company.row("select count(*) as n, count(parent_id) as m from department where {t}")).containsExactly(9L, 5L);
        assertThat(company.row("select c.name as o, b.name as m, a.name as i from department a join department b on b.id = a.parent_id"
                        + " join department c on c.id = b.parent_id where a.{t} and a.name = '上海'"))
                .containsExactly("销售部", "华东区", "上海");
        assertThat(company.row("select d.name, m.login, p.position from person p join department d on d.id = p.department_id"
                        + " join person m on m.id = p.manager_id where p.{t} and p.login = 'yh013'"))
                .containsExactly("杭州", "yh001", "专员");
        assertThat(admin.run(Map.of("map", map), file()).counts()).isEqualTo(new Counts(PEOPLE, 0, 0, PEOPLE, 0, 0));
    }

    @Test
    void aPathThatIsThereIsFoundWhereverItBegins() {
        admin.run(Map.of("object", "departments"), "name,parent\n集团,\n研发,集团\n平台,研发\n");
        String map = "object: users\nkey: name\ncolumns: {name: name, at: {field: department, by: name, missing: create}}\n";

        assertThat(admin.run(Map.of("map", map), "name,at\n甲,研发 / 平台\n乙,集团＞研发\n丙,研发/工具\n").counts())
                .isEqualTo(new Counts(3, 3, 0, 0, 0, 1));
        assertThat(company.row("select p.name from department d join department p on p.id = d.parent_id where d.{t} and d.name = '工具'"))
                .containsExactly("研发");
    }

    @Test
    void departmentsAreBroughtByTheirUpperOnesName() {
        assertThat(admin.run(Map.of("object", "departments"), "部门名称,上级部门\n华东区,销售部\n销售部,\n").counts())
                .isEqualTo(new Counts(2, 2, 0, 0, 0, 0));
        assertThat(company.row("select p.name from department d join department p on p.id = d.parent_id where d.{t} and d.name = '华东区'"))
                .containsExactly("销售部");
    }
}
