package io.keyuan.engine.aggregate;

import static io.keyuan.engine.sample.Account.ACCOUNT;
import static io.keyuan.engine.sample.Deal.DEAL;
import static io.keyuan.engine.sample.DealLine.DEAL_LINE;
import static io.keyuan.engine.sample.Person.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.keyuan.engine.Choice;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Money;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Ref;
import io.keyuan.engine.expression.Expressions;
import io.keyuan.engine.expression.Surroundings;
import io.keyuan.engine.query.QueryParts;
import io.keyuan.engine.sample.Sample;
import io.keyuan.engine.sample.SampleDatabase;
import io.keyuan.engine.sample.SampleWorld;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AggregatesTest {

    private static final SampleDatabase DATABASE = new SampleDatabase();

    private final SampleWorld world = new SampleWorld();
    private final Aggregates aggregates;
    private final Sample ann = Sample.of(PERSON).with(PERSON.name, "Ann").with(PERSON.unit, "north");
    private final Sample bob = Sample.of(PERSON).with(PERSON.name, "Bob").with(PERSON.unit, "south");
    private final Sample shop = Sample.of(ACCOUNT).with(ACCOUNT.name, "Shop").with(ACCOUNT.sector, Choice.of("retail"))
            .with(ACCOUNT.keeper, Ref.to(ann.id()));
    private final Sample clinic = Sample.of(ACCOUNT).with(ACCOUNT.name, "Clinic").with(ACCOUNT.sector, Choice.of("medical"))
            .with(ACCOUNT.keeper, Ref.to(bob.id()));

    AggregatesTest() {
        var visibility = QueryParts.visibility(world, SampleWorld.TYPES);
        var expressions = new Expressions(new Surroundings(SampleWorld.TYPES, world, QueryParts.now(visibility), world, world, person -> Set.of(), (type, ids) -> Map.of()));
        aggregates = new Aggregates(DATABASE.sql(), SampleWorld.TYPES, world, QueryParts.conditions(visibility, expressions), world,
                new GroupOrder(world), new GroupJson(QueryParts.titles(DATABASE.sql(), SampleWorld.TYPES, visibility)));
    }

    @BeforeEach
    void fill() throws Exception {
        DATABASE.insert(world.tenant, List.of(ann, bob, shop, clinic));
        add(deal("won", ann, shop).with(DEAL.amount, money("100.00", "USD", "700.00")).with(DEAL.pieces, 2L)
                .with(DEAL.weight, new BigDecimal("1.50")).with(DEAL.closing, LocalDate.of(2017, 3, 31))
                .with(DEAL.seenAt, Instant.parse("2017-02-28T16:00:00Z")).with(DEAL.hot, true));
        add(deal("won", bob, clinic).with(DEAL.amount, money("50.50", "USD", "353.50")).with(DEAL.pieces, 3L)
                .with(DEAL.weight, new BigDecimal("2.25")).with(DEAL.closing, LocalDate.of(2017, 4, 1))
                .with(DEAL.seenAt, Instant.parse("2017-02-28T15:59:59Z")));
        add(deal("won", bob, null).with(DEAL.amount, money("10.00", "XAF", null)).with(DEAL.cost, money("1.00", "CNY", "1.00")));
        add(deal("new", ann, shop).with(DEAL.amount, money("33.00", "CNY", "33.00")).with(DEAL.hot, false));
        add(deal(null, null, null));
        add(deal("lost", ann, shop).with(DEAL.deletedAt, Instant.parse("2017-05-01T00:00:00Z")));
        DATABASE.insert(Ids.next(), List.of(deal("lost", null, null)));
    }

    private void add(Sample sample) throws Exception {
        DATABASE.insert(world.tenant, List.of(sample));
    }

    private static Sample deal(@Nullable String stage, @Nullable Sample agent, @Nullable Sample account) {
        return Sample.of(DEAL).with(DEAL.title, "deal")
                .with(DEAL.stage, stage == null ? null : Choice.of(stage))
                .with(DEAL.agent, agent == null ? null : Ref.to(agent.id()))
                .with(DEAL.account, account == null ? null : Ref.to(account.id()));
    }

    private static Money money(String amount, String currency, @Nullable String base) {
        return new Money(new BigDecimal(amount), currency, base == null ? null : new BigDecimal(base));
    }

    private AggregateResult run(@Nullable String group, @Nullable String measure, @Nullable String filter) {
        return run(DEAL, group, measure, filter);
    }

    private AggregateResult run(ObjectType type, @Nullable String group, @Nullable String measure, @Nullable String filter) {
        var result = new ArrayList<AggregateResult>();
        world.caller().run(() -> result.add(aggregates.run(AggregateQuery.of(type, group, measure, filter))));
        return result.getFirst();
    }

    /** The values of each group, in order. */
    private static List<List<@Nullable Object>> values(AggregateResult result) {
        return result.groups().stream().<List<@Nullable Object>>map(group -> new ArrayList<>(group.values())).toList();
    }

    private static Map<String, String> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    @Test
    void withoutGroupsEverythingIsOneGroup() {
        assertThat(values(run(null, null, null))).containsExactly(List.of(5L));
        assertThat(values(run(null, "count,sum(pieces),avg(pieces),min(weight),max(weight),avg(weight)", null)))
                .containsExactly(List.of(5L, 5L, "2.50", "1.50", "2.25", "1.8750"));
        assertThat(values(run(null, "count,sum(amount),sum(pieces)", "title == 'none'")))
                .hasToString("[[0, {byCurrency=[], base=null, unconverted=0}, null]]");
    }

    @Test
    void groupsByChoiceComeInTheOrderOfTheChoices() {
        assertThat(values(run("stage", "count", null)))
                .containsExactly(List.of("new", 1L), List.of("won", 3L), Arrays.asList(null, 1L));
    }

    @Test
    void moneyIsAddedUpByCurrencyAndInTheBaseCurrency() {
        var won = run("stage", "sum(amount),count", "stage == 'won'").groups().getFirst();
        assertThat(won).containsEntry("count", 3L).containsEntry("sum(amount)", Map.of(
                "byCurrency", List.of(Map.of("amount", "150.50", "currency", "USD"), Map.of("amount", "10", "currency", "XAF")),
                "base", cny("1053.50"),
                "unconverted", 1L));
    }

    @Test
    void averagesAndExtremesOfMoneyAreByCurrencyToo() {
        var all = run(null, "avg(amount),min(amount),max(amount),sum(cost)", null).groups().getFirst();
        assertThat(all.get("avg(amount)")).extracting("base").isEqualTo(cny("362.17"));
        assertThat(all.get("min(amount)")).extracting("base").isEqualTo(cny("33.00"));
        assertThat(all.get("max(amount)")).extracting("base").isEqualTo(cny("700.00"));
        assertThat(all.get("max(amount)")).extracting("byCurrency").asInstanceOf(LIST)
                .contains(Map.of("amount", "100.00", "currency", "USD"));
        assertThat(all.get("sum(cost)")).extracting("base", "unconverted").containsExactly(cny("1.00"), 0L);
    }

    @Test
    void referencesCarryTheirTitles() {
        assertThat(run("owner", "count", null).groups()).extracting(group -> group.get("owner")).contains(
                Map.of("id", ann.id().toString(), "title", "Ann"), Map.of("id", bob.id().toString(), "title", "Bob")).containsNull();
    }

    @Test
    void groupsAreMadeThroughOneReference() {
        assertThat(values(run("account.sector,owner.unit", "count", null))).containsExactly(
                List.of("retail", "north", 2L), List.of("medical", "south", 1L),
                Arrays.asList(null, "south", 1L), Arrays.asList(null, null, 1L));
        assertThat(values(run("account.owner", "count", "has(account)"))).hasSize(2);
    }

    @Test
    void daysAndTimesAreGroupedByPeriodsOfTheTenantsCalendar() {
        assertThat(values(run("closing:quarter", "count", null)))
                .containsExactly(List.of("2017-01-01", 1L), List.of("2017-04-01", 1L), Arrays.asList(null, 3L));
        assertThat(values(run("closing:week", "count", "has(closing)"))).containsExactly(List.of("2017-03-27", 2L));
        assertThat(values(run("seenAt:month", "count", "has(seenAt)")))
                .containsExactly(List.of("2017-02-01", 1L), List.of("2017-03-01", 1L));
        assertThat(values(run("seenAt", "count", "has(seenAt)")))
                .containsExactly(List.of("2017-02-28", 1L), List.of("2017-03-01", 1L));
        assertThat(values(run("seenAt:year", "count", "has(seenAt)"))).containsExactly(List.of("2017-01-01", 2L));
    }

    @Test
    void otherGroupsComeWithTheLargestFirst() {
        assertThat(values(run("hot", "count", null))).hasSize(3).first().isEqualTo(Arrays.asList(null, 3L));
        assertThat(values(run("pieces", "count", null))).first().isEqualTo(Arrays.asList(null, 3L));
    }

    @Test
    void onlyWhatTheCallerReachesIsCounted() {
        assertThat(run("stage", "count", null).restricted()).isFalse();
        world.reaches.put(DEAL, Reach.Part.ownedBy(Set.of(ann.id())));
        assertThat(run("stage", "count", null).restricted()).isTrue();
        assertThat(values(run(null, "count", null))).containsExactly(List.of(2L));
        assertThat(run(DEAL_LINE, null, "count", null).restricted()).isTrue();
        world.reaches.put(ACCOUNT, new Reach.Nothing());
        assertThat(values(run("account.sector", "count", null))).containsExactly(Arrays.asList(null, 2L));
        assertThat(run("account", "count", null).groups().getFirst().get("account")).extracting("title").isNull();
    }

    /** @param rows number of the note, amount, currency and where they come from */
    private void addNotes(String rows) throws Exception {
        DATABASE.execute("insert into deal (tenant_id, id, version, created_at, updated_at, title, title_key, note, amount, "
                + "amount_currency) select '" + world.tenant + "', gen_random_uuid(), 1, now(), now(), 't', 't', 'note ' || " + rows);
    }

    @Test
    void groupsReachSeveralReferencesFar() {
        assertThat(run("account.owner.unit", "count", "stage == 'won'").groups()).extracting(group -> group.get("account.owner.unit"))
                .containsExactlyInAnyOrder("north", "south", null);
    }

    @Test
    void aRecordIsOnceInTheGroupOfEachOfItsLines() throws Exception {
        Sample both = deal("won", ann, shop).with(DEAL.amount, money("5.00", "CNY", "5.00")).with(DEAL.title, "lined");
        Sample one = deal("won", ann, shop).with(DEAL.amount, money("2.00", "CNY", "2.00")).with(DEAL.title, "lined");
        Sample none = deal("won", ann, shop).with(DEAL.amount, money("1.00", "CNY", "1.00")).with(DEAL.title, "lined");
        DATABASE.insert(world.tenant, List.of(both, one, none,
                line(both, shop), line(both, shop), line(both, clinic), line(one, shop),
                line(one, clinic).with(DEAL_LINE.deletedAt, Instant.parse("2017-05-01T00:00:00Z"))));

        var groups = run("lines.maker", "count,sum(amount)", "title == 'lined'").groups();

        assertThat(groups).extracting(group -> group.get("lines.maker"), group -> group.get("count"), AggregatesTest::baseOfAmount)
                .containsExactlyInAnyOrder(
                        tuple(Map.of("id", shop.id().toString(), "title", "Shop"), 2L, cny("7.00")),
                        tuple(Map.of("id", clinic.id().toString(), "title", "Clinic"), 1L, cny("5.00")),
                        tuple(null, 1L, cny("1.00")));
        assertThat(run("lines.maker.owner,stage", "count", "lines.exists(line, line.maker == '" + clinic.id() + "')").groups())
                .hasSize(2).allSatisfy(group -> assertThat(group).containsEntry("count", 1L));
    }

    private static Sample line(Sample deal, Sample maker) {
        return Sample.of(DEAL_LINE).with(DEAL_LINE.what, "line").with(DEAL_LINE.deal, Ref.to(deal.id()))
                .with(DEAL_LINE.maker, Ref.to(maker.id()));
    }

    private static @Nullable Object baseOfAmount(Map<String, @Nullable Object> group) {
        return group.get("sum(amount)") instanceof Map<?, ?> sum ? sum.get("base") : null;
    }

    @Test
    void aThousandGroupsAreEnough() throws Exception {
        addNotes("i / 2, 1, 'EUR' from generate_series(2, 2203) i");
        var counted = run("note", "count", null);
        assertThat(counted.truncated()).isTrue();
        assertThat(counted.groups()).hasSize(1000).first().isEqualTo(run("note", "count", "note == null").groups().getFirst());
        assertThat(run("note", "sum(amount)", null)).satisfies(result -> {
            assertThat(result.truncated()).isTrue();
            assertThat(result.groups()).hasSize(1000);
        });
        assertThat(run("note", "count", "note.startsWith('note 1')").truncated()).isFalse();
    }

    @Test
    void aGroupIsNeverShownWithoutSomeOfItsCurrencies() throws Exception {
        addNotes("n, 1, c from generate_series(1, 900) n, "
                + "unnest(array['EUR','USD','CNY','JPY','GBP','CHF','SEK','NOK','DKK','PLN','CZK','HUF']) c");
        var result = run("note", "sum(amount)", "note.startsWith('note')");
        assertThat(result.truncated()).isTrue();
        assertThat(result.groups()).isNotEmpty().allSatisfy(group ->
                assertThat(group.get("sum(amount)")).extracting("byCurrency").asInstanceOf(LIST).hasSize(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "story", "amount", "weight", "stage:month", "closing:decade", "stage.code", "account.nothing",
        "account.group.group.group.name", "account.name.x", "lines", "lines.nothing", "lines.pieces.x", "", "closing:", ":month", "a,,b"})
    void whatCannotBeGroupedByIsRefused(String group) {
        Problem problem = catchThrowableOfType(Problem.class, () -> run(group.isEmpty() ? "," : group, "count", null));
        assertThat(problem.kind()).isEqualTo(ProblemKind.MALFORMED);
        assertThat(problem.faults()).extracting(Fault::path, Fault::code).containsExactly(tuple("group", "bad-group"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum", "sum(title)", "sum(nothing)", "median(amount)", "sum(amount", "sum(account.staff)", "count(amount)"})
    void whatCannotBeMeasuredIsRefused(String measure) {
        Problem problem = catchThrowableOfType(Problem.class, () -> run("stage", measure, null));
        assertThat(problem.faults()).extracting(Fault::path, Fault::code).containsExactly(tuple("measure", "bad-measure"));
    }

    @Test
    void whatTheCallerMayNotReadIsNeitherGroupedByNorMeasured() {
        world.hidden.addAll(List.of(DEAL.amount, ACCOUNT.sector));
        for (var question : List.of(List.of("account.sector", "count"), List.of("stage", "sum(amount)"))) {
            Problem problem = catchThrowableOfType(Problem.class, () -> run(question.getFirst(), question.getLast(), null));
            assertThat(problem.faults()).extracting(Fault::code).containsExactly("not-readable");
        }
    }

    @Test
    void moneyOfTwoAttributesIsAddedUpSideBySide() throws Exception {
        for (int i = 0; i < 20; i++) {
            add(deal("new", i % 2 == 0 ? ann : bob, shop)
                    .with(DEAL.cost, money("2.00", i % 3 == 0 ? "USD" : "EUR", "1.00"))
                    .with(DEAL.amount, money("1.00", "CNY", "1.00")));
        }
        var groups = run("stage,owner", "count,sum(amount),sum(cost)", "stage == 'new' && account.sector == 'retail'").groups();
        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst()).containsEntry("count", 11L);
        assertThat(groups.getFirst().get("sum(amount)")).extracting("base").isEqualTo(cny("43.00"));
        assertThat(groups.getLast().get("sum(cost)")).extracting("base").isEqualTo(cny("10.00"));
    }
}
