package io.keyuan.bench.load;

import static io.keyuan.customers.Customer.CUSTOMER;
import static io.keyuan.sales.Opportunity.OPPORTUNITY;

import io.keyuan.bench.data.Staff;
import io.keyuan.bench.data.World;
import io.keyuan.bench.load.SqlClient.Sql;
import io.keyuan.engine.ObjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;

/** What people narrow a list by, what they type into the search box, and what they want to know of the past. */
final class Finding {

    /** Names that {@code --only} finds each kind of them by. */
    private static final String FILTER = "filter: ";

    private static final String SEARCH = "words: ";
    private static final String TOLD = "told: ";

    private static final int DIFFERENT = 500;
    /** A list that no index serves may be answered by what to narrow it by. */
    private static final Set<Integer> ANSWERED = Set.of(200, 400);

    private final Subject subject;
    private final World world;
    private final Statements statements;
    private final String token;

    Finding(Subject subject, World world) {
        this.subject = subject;
        this.world = world;
        this.statements = new Statements(subject.tenant());
        this.token = subject.administrator();
    }

    List<Work> all() {
        List<Work> works = new ArrayList<>(filters());
        works.addAll(words());
        works.addAll(told());
        return works;
    }

    // ---- filters: pages of 50 of the newest, without a count ----

    private List<Work> filters() {
        UUID person = Staff.id(Staff.withShare(0.001));
        String owner = subject.token(Staff.login(Staff.withShare(0.001)));
        return List.of(
                filter("the city of their customer", OPPORTUNITY, "customer.city == '拉萨'",
                        statements.newest(OPPORTUNITY, "join customer c on c.tenant_id = t.tenant_id and c.id = t.customer_id", "and c.city = '拉萨'")),
                filter("a stage and dates of the last 60 days", OPPORTUNITY, "stage == 'negotiating' && closeDate >= daysAgo(60)",
                        statements.newest(OPPORTUNITY, "", "and t.stage = 'negotiating' and t.close_date >= current_date - 60")),
                filter("a part of the name", CUSTOMER, "name.contains('兴盛')", statements.newest(CUSTOMER, "", "and t.name like '%兴盛%'")),
                filter("an empty attribute and a year", CUSTOMER, "!has(email) && yearEstablished == 1990",
                        statements.newest(CUSTOMER, "", "and t.email is null and t.year_established = 1990")),
                new Work(FILTER + "whose I am", list(CUSTOMER, "owner == me()", owner),
                        bare(number -> statements.newest(CUSTOMER, "", "and t.owner_id = ?", person))),
                filter("what no index serves", CUSTOMER, "remarks.contains('nowhere at all')",
                        statements.newest(CUSTOMER, "", "and t.remarks like '%nowhere at all%'")));
    }

    private Work filter(String name, ObjectType type, String filter, List<Sql> bare) {
        return new Work(FILTER + name, list(type, filter, token), bare(number -> bare));
    }

    private Client.Source list(ObjectType type, String filter, String reader) {
        Request request = Request.get("/api/v1/" + type.path() + "?limit=50&count=none&sort=-createdAt&filter=" + Request.encoded(filter), reader);
        return HttpClient.source(subject.address(), number -> request, answer -> ANSWERED.contains(answer.status()));
    }

    private Client.Source bare(IntFunction<List<Sql>> turns) {
        return SqlClient.source(subject.database(), turns);
    }

    // ---- searches, each beside one for a rare word right after ----

    private List<Work> words() {
        return List.of(
                words("in nearly every name", number -> "有限公司"),
                words("two that never stand in one name", number -> "科技 商贸"),
                words("a single character", number -> "云"),
                words("mistyped", number -> World.word(customer(number)) + "科枝"),
                words("mistyped pinyin", number -> World.pinyin(customer(number)) + "x"));
    }

    private Work words(String name, IntFunction<String> typed) {
        return new Work(SEARCH + name, search(typed), search(number -> World.word(customer(number))));
    }

    private Client.Source search(IntFunction<String> typed) {
        return HttpClient.source(
                subject.address(), number -> Request.get("/api/v1/search?q=" + Request.encoded(typed.apply(number)), token),
                answer -> answer.status() == 200);
    }

    private int customer(int number) {
        return Math.floorMod(number * 7919, Math.min(DIFFERENT, world.customers()));
    }

    // ---- what is told of records ----

    private List<Work> told() {
        String now = Instant.now().toString();
        return List.of(
                told("a page of customers as of a moment since which nothing changed", number -> "/api/v1/customers?limit=50&count=none&asOf=" + Request.encoded(now),
                        number -> statements.newest(CUSTOMER, "", "")),
                told("a record as of that moment", number -> "/api/v1/customers/" + any(number) + "?asOf=" + Request.encoded(now),
                        number -> statements.get(any(number))),
                told("the history of a record", number -> "/api/v1/customers/" + any(number) + "/history",
                        number -> sql("select * from audit where tenant_id = ? and object = 'customer' and record_id = ? order by id desc limit 51", any(number))),
                told("a page of the feed", number -> "/api/v1/changes",
                        number -> sql("select * from change_log where tenant_id = ? order by transaction_id, sequence limit 500")),
                told("how complete customers are", number -> "/api/v1/customers/quality", number -> sql(
                        "select count(*), avg(completeness), count(*) filter (where completeness >= 80), count(*) filter (where completeness < 50),"
                                + " count(phone), count(email), count(industry), count(grade), count(stage), count(source), count(city), count(address), count(owner_id)"
                                + " from customer where tenant_id = ? and deleted_at is null")));
    }

    private Work told(String name, IntFunction<String> paths, IntFunction<List<Sql>> bare) {
        return new Work(
                TOLD + name,
                HttpClient.source(subject.address(), number -> Request.get(paths.apply(number), token), answer -> answer.status() == 200),
                bare(bare));
    }

    private UUID any(int number) {
        return world.customerId(Math.floorMod(number * 7919, world.customers()));
    }

    private List<Sql> sql(String text, Object... more) {
        List<Object> parameters = new ArrayList<>(List.of(subject.tenant()));
        parameters.addAll(List.of(more));
        return List.of(new Sql(text, parameters));
    }
}
