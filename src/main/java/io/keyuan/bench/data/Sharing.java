package io.keyuan.bench.data;

import static io.keyuan.customers.Customer.CUSTOMER;

import io.keyuan.fiction.Chance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/**
 * Who may see what is not theirs: a manager for each department, somebody who sees all departments by naming them, customers
 * shared with people and departments, and rules that share.
 */
final class Sharing {

    /** Rules serve the first departments; in the others people see what is theirs, and what was shared with them singly. */
    static final int SERVED = 10;

    private static final int SHARES = 50_000;
    private static final int RULES = 20;
    private static final int PERCENT_TO_PEOPLE = 80;
    private static final List<String> INDUSTRIES =
            List.of("software", "manufacturing", "medical", "retail", "finance", "logistics", "education", "other");
    private static final List<String> SOURCES = List.of("referral", "exhibition", "website", "telesales");

    private static final Period RULE_IDS = new Period("rule", RULES);
    private static final Period GENERATIONS = new Period("generation", RULES);
    private static final Period ROLE_IDS = new Period("role", 1);

    private final Connection connection;
    private final UUID tenant;
    private final UUID administrator;

    Sharing(Connection connection, UUID tenant, UUID administrator) {
        this.connection = connection;
        this.tenant = tenant;
        this.administrator = administrator;
    }

    void make(World world) throws SQLException, IOException {
        for (int department = 0; department < Staff.departments(); department++) {
            execute(
                    "insert into person_role (tenant_id, person_id, role_id, given_at) select ?, ?, id, now() from role where tenant_id = ? and code = ?",
                    tenant, Staff.id(Staff.head(department)), tenant, "sales-manager");
        }
        makeWidest();
        shares(world);
        for (int number = 0; number < RULES; number++) {
            rule(number);
        }
    }

    /** Instead of being told that all may be seen, the widest reader sees each department. */
    private void makeWidest() throws SQLException {
        String departments = IntStream.range(0, Staff.departments())
                .mapToObj(department -> "\"" + Staff.departmentId(department) + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
        String grant = "{\"rights\": [\"READ\"], \"read\": [\"DEPARTMENTS\"], \"readDepartments\": " + departments
                + ", \"write\": [], \"writeDepartments\": [], \"attributes\": {}}";
        String grants = "{\"customer\": " + grant + ", \"contact\": " + grant + ", \"opportunity\": " + grant + "}";
        UUID role = ROLE_IDS.id(0);
        execute(
                "insert into role (tenant_id, id, version, name, place, initial, grants, created_at, updated_at)"
                        + " values (?, ?, 1, 'all departments', 100, false, ?::jsonb, now(), now())",
                tenant, role, grants);
        UUID person = Staff.id(Staff.widest());
        execute("delete from person_role where tenant_id = ? and person_id = ?", tenant, person);
        execute("insert into person_role (tenant_id, person_id, role_id, given_at) values (?, ?, ?, now())", tenant, person, role);
    }

    /** One for each of so many customers; a fifth of them to departments. */
    private void shares(World world) throws SQLException, IOException {
        var text = new CopyText();
        int many = Math.min(SHARES, world.customers() / 2);
        int step = world.customers() / Math.max(1, many);
        for (int number = 0; number < many; number++) {
            Chance chance = Chance.of("share", number);
            boolean toPerson = chance.percent(PERCENT_TO_PEOPLE);
            UUID principal = toPerson ? Staff.id(chance.between(0, Staff.PEOPLE - 1)) : Staff.departmentId(chance.between(0, Staff.departments() - 1));
            boolean collaborator = toPerson && chance.percent(50);
            text.cell(tenant).cell(CUSTOMER.name()).cell(world.customerId(number * step)).cell(principal)
                    .cell(collaborator ? "collaborator" : "share").cell(collaborator || chance.percent(30)).cell(collaborator || chance.percent(50))
                    .cell(administrator).cell(Period.END).endRow();
        }
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                "copy record_grant (tenant_id, object, record_id, principal_id, kind, editing, along, given_by, given_at) from stdin",
                new ByteArrayInputStream(text.bytes()));
    }

    /** A condition as people write it, and the same as the database reads it. */
    private record Condition(String written, String sql, String attributes) {

        static Condition of(int number) {
            boolean byIndustry = number < INDUSTRIES.size() * 2;
            String first = byIndustry ? "industry" : "stage";
            String firstValue = byIndustry ? INDUSTRIES.get(number % INDUSTRIES.size()) : "lost";
            String second = byIndustry ? "grade" : "source";
            String secondValue = byIndustry ? List.of("a", "b").get(number / INDUSTRIES.size()) : SOURCES.get(number % SOURCES.size());
            return new Condition(
                    "%s == '%s' && %s == '%s'".formatted(first, firstValue, second, secondValue),
                    "%s = '%s' and %s = '%s'".formatted(first, firstValue, second, secondValue),
                    "{" + first + "," + second + "}");
        }
    }

    private void rule(int number) throws SQLException {
        Condition condition = Condition.of(number);
        UUID generation = GENERATIONS.id(number);
        String targets = "[{\"kind\": \"department\", \"id\": \"" + Staff.departmentId(number % SERVED) + "\"}]";
        execute(
                "insert into sharing_rule (tenant_id, id, object, name, condition, attributes, editing, along, active, targets, generation,"
                        + " created_at, created_by, updated_at, updated_by)"
                        + " values (?, ?, 'customer', ?, ?, ?::text[], false, ?, true, ?::jsonb, ?, now(), ?, now(), ?)",
                tenant, RULE_IDS.id(number), "rule " + (number + 1), condition.written(), condition.attributes(), number % 2 == 0, targets,
                generation, administrator, administrator);
        execute(
                "insert into record_grant (tenant_id, object, record_id, principal_id, kind, editing, along, given_at)"
                        + " select tenant_id, 'customer', id, ?, 'rule', true, true, ? from customer where tenant_id = ? and " + condition.sql(),
                generation, OffsetDateTime.ofInstant(Period.END, ZoneOffset.UTC), tenant);
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
