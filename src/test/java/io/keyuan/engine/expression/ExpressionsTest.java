package io.keyuan.engine.expression;

import static io.keyuan.engine.sample.Account.ACCOUNT;
import static io.keyuan.engine.sample.Deal.DEAL;
import static io.keyuan.engine.sample.DealLine.DEAL_LINE;
import static io.keyuan.engine.sample.Person.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.Choice;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Money;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.People;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Ref;
import io.keyuan.engine.query.QueryParts;
import io.keyuan.engine.sample.Sample;
import io.keyuan.engine.sample.SampleDatabase;
import io.keyuan.engine.sample.SampleWorld;
import io.keyuan.engine.sql.Tables;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {

    private static final SampleDatabase DATABASE = new SampleDatabase();
    private static final Instant NOW = Instant.parse("2017-05-17T02:00:00Z");

    private final SampleWorld world = new SampleWorld();
    private final List<Sample> samples = new ArrayList<>();
    private final Expressions expressions;
    private final Sample chief = person("Chief", "north");
    private final Sample worker = person("Worker", "south");
    private final Sample north = account("North", "华北");
    private final Sample south = account("South", "华南");

    ExpressionsTest() {
        People line = person -> person.equals(world.me) ? Set.of(chief.id(), worker.id()) : Set.of();
        var surroundings = new Surroundings(
                SampleWorld.TYPES, world, QueryParts.now(QueryParts.visibility(world, SampleWorld.TYPES)), world, world, line, (type, ids) -> Map.of());
        expressions = new Expressions(surroundings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void fill() throws Exception {
        samples.add(new Sample(PERSON, world.me, new HashMap<>()).with(PERSON.name, "Me"));
        chief.with(PERSON.chief, Ref.to(world.me));
        worker.with(PERSON.chief, Ref.to(chief.id()));
        south.with(ACCOUNT.group, Ref.to(north.id())).with(ACCOUNT.keeper, Ref.to(worker.id()));
        deal("bare");
        deal("won").with(DEAL.stage, Choice.of("won")).with(DEAL.account, Ref.to(north.id())).with(DEAL.agent, Ref.to(world.me));
        deal("lost").with(DEAL.stage, Choice.of("lost")).with(DEAL.account, Ref.to(south.id())).with(DEAL.agent, Ref.to(worker.id()));
        deal("rich").with(DEAL.amount, new Money(new BigDecimal("1500.00"), "USD", new BigDecimal("10500.00")));
        deal("odd").with(DEAL.amount, new Money(new BigDecimal("99.00"), "XAF", null)).with(DEAL.pieces, 7L).with(DEAL.hot, true);
        deal("may").with(DEAL.closing, LocalDate.of(2017, 5, 1)).with(DEAL.seenAt, Instant.parse("2017-04-30T16:00:00Z"));
        deal("april").with(DEAL.closing, LocalDate.of(2017, 4, 30)).with(DEAL.seenAt, Instant.parse("2017-04-30T15:59:59.999999Z"));
        deal("50%_off\\").with(DEAL.note, "Ünïcode 科技 Note");
        DATABASE.insert(world.tenant, samples);
        DATABASE.insert(Ids.next(), List.of(Sample.of(DEAL).with(DEAL.title, "of another tenant")));
    }

    private Sample add(Sample sample) {
        samples.add(sample);
        return sample;
    }

    private Sample deal(String title) {
        return add(Sample.of(DEAL).with(DEAL.title, title));
    }

    private Sample person(String name, String unit) {
        return add(Sample.of(PERSON).with(PERSON.name, name).with(PERSON.unit, unit));
    }

    private Sample account(String name, String region) {
        return add(Sample.of(ACCOUNT).with(ACCOUNT.name, name).with(ACCOUNT.region, region));
    }

    private List<String> found(String expression) {
        return found(DEAL, expression);
    }

    private List<String> found(ObjectType type, String expression) {
        try {
            return world.caller().call(() -> {
                var title = Tables.text("d", type.title().columns().getFirst().name());
                return DATABASE.sql().select(title).from(Tables.of(type, "d"))
                        .where(Tables.ofTenant("d"), expressions.condition(type, "d", expression))
                        .orderBy(Tables.uuid("d", "id"))
                        .fetch(title);
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '"', value = {
        "stage == 'won' => won",
        "stage in ['won', 'lost'] => won,lost",
        "stage.meaning == 'open' => ",
        "stage.meaning in ['won', 'lost'] && stage != 'won' => lost",
        "amount >= 10000 => rich",
        "1000 < amount && amount < 10500.5 => rich",
        "amount.currency == 'USD' => rich",
        "amount.value >= 99 && amount.value < '100.00' => odd",
        "has(amount) && !(amount > 0) => odd",
        "pieces == 7 || pieces > 7.5 => odd",
        "pieces in [6, 7, 7.5] => odd",
        "pieces < 1e300 && pieces > -99999999999999999999.0 => odd",
        "hot => odd",
        "hot != false && hot == true => odd",
        "closing >= date('2017-05-01') => may",
        "closing < '2017-05-01' => april",
        "closing >= startOf('month') => may",
        "closing <= endOf('quarter') && closing >= startOf('quarter') => may,april",
        "seenAt >= startOf('month') => may",
        "seenAt == date('2017-05-01') => may",
        "seenAt <= date('2017-04-30') => april",
        "seenAt > date('2017-04-30') => may",
        "seenAt in [date('2017-04-30'), timestamp('2017-05-01T00:00:00+08:00')] => may,april",
        "seenAt < daysAgo(16) && seenAt > daysAgo(17) => may,april",
        "closing > daysAhead(1) => ",
        "closing == date('2017-05-01') || closing == today() || seenAt > now() => may",
        "title.contains('OFF') => 50%_off\\",
        "title.contains('0%_o') => 50%_off\\",
        "title.contains('0%o') => ",
        "title.startsWith('50%_') && title.endsWith('f\\\\') => 50%_off\\",
        "note.contains('科技') && size(note) == 15 => 50%_off\\",
        "title == 'won' && title >= 'w' => won",
        "owner == me() => won",
        "owner in myTeam() => lost",
        "account.region == '华南' => lost",
        "account.group.region == '华北' => lost",
        "account.owner.chief.name == 'Chief' => lost",
        "owner.name == account.owner.name => lost",
        "has(account.group) => lost",
        "has(account) && !has(account.group) => won",
        "createdAt <= updatedAt && has(hot) => odd",
        "null != account && account != null => won,lost",
        "false || (true && title == 'bare') => bare",
        "stage in [] => ",
    })
    void findsWhatTheExpressionSays(String expression, String titles) {
        assertThat(found(expression))
                .containsExactlyInAnyOrder(titles == null ? new String[0] : titles.split(","));
    }

    @Test
    void aRowWithoutAValueFailsEveryComparisonAndMeetsItsContrary() {
        assertThat(found("stage != 'won'")).contains("bare").hasSize(7);
        assertThat(found("!(stage == 'won')")).contains("bare").hasSize(7);
        assertThat(found("!(amount < 5)")).hasSize(8);
        assertThat(found("!(amount >= 5)")).hasSize(7).contains("odd");
        assertThat(found("!(stage in ['won', 'lost'])")).contains("bare").hasSize(6);
        assertThat(found("account.region != '华南'")).contains("bare", "won").hasSize(7);
        assertThat(found("!hot")).contains("bare").hasSize(7);
        assertThat(found("!title.contains('o') && !note.contains('x')")).contains("bare");
        assertThat(found("!(closing <= opened)")).hasSize(8);
    }

    @Test
    void recordsTheCallerMayNotReadAreAsIfTheReferenceLedNowhere() {
        world.reaches.put(ACCOUNT, Reach.Part.ownedBy(Set.of(worker.id())));
        assertThat(found("has(account.region)")).containsExactly("lost");
        assertThat(found("account.group.region == '华北'")).isEmpty();
        assertThat(found("account.region != '华北'")).hasSize(8);
        world.reaches.put(ACCOUNT, new Reach.Nothing());
        assertThat(found("has(account.region)")).isEmpty();
    }

    @Test
    void partsOfRecordsAreFoundThroughThem() throws Exception {
        Sample won = samples.stream().filter(sample -> "won".equals(sample.get(DEAL.title))).findFirst().orElseThrow();
        DATABASE.insert(world.tenant, List.of(Sample.of(DEAL_LINE).with(DEAL_LINE.what, "line").with(DEAL_LINE.deal, Ref.to(won.id()))));
        assertThat(found(DEAL_LINE, "deal.stage == 'won' && deal.account.region == '华北'")).containsExactly("line");
        assertThat(found(DEAL_LINE, "deal == '" + won.id() + "' && deal.id in ['" + won.id() + "']")).containsExactly("line");
    }

    @Test
    void deletedRecordsAreAsIfTheReferenceLedNowhere() throws Exception {
        DATABASE.execute("update account set deleted_at = now() where id = '" + north.id() + "'");
        assertThat(found("has(account) && !has(account.name)")).containsExactly("won");
    }

    @Test
    void aRecordIsFoundByOneOfItsLinesThatMeetsEverythingAsked() throws Exception {
        Sample many = Sample.of(DEAL).with(DEAL.title, "many").with(DEAL.pieces, 5L);
        Sample deleted = Sample.of(DEAL).with(DEAL.title, "deleted");
        DATABASE.insert(world.tenant, List.of(many, deleted,
                line(many, "screw", 5).with(DEAL_LINE.maker, Ref.to(north.id())), line(many, "nail", 50),
                line(deleted, "screw", 5).with(DEAL_LINE.deletedAt, NOW)));

        assertThat(found("lines.exists(line, line.what == 'screw' && line.pieces == 5)")).containsExactly("many");
        assertThat(found("lines.exists(line, line.what == 'screw' && line.pieces == 50)")).isEmpty();
        assertThat(found("lines.exists(a, a.what == 'screw') && lines.exists(b, b.pieces > 40)")).containsExactly("many");
        assertThat(found("lines.exists(line, line.pieces > pieces)")).containsExactly("many");
        assertThat(found("lines.exists(line, line.maker.region == '华北')")).containsExactly("many");
        assertThat(found("!lines.exists(line, has(line.what)) && title in ['many', 'deleted']")).containsExactly("deleted");
        assertThat(found("title.startsWith('m') && lines.exists(line, line.what != 'screw' || line.pieces != 5)")).containsExactly("many");
    }

    private static Sample line(Sample deal, String what, long pieces) {
        return Sample.of(DEAL_LINE).with(DEAL_LINE.what, what).with(DEAL_LINE.pieces, pieces).with(DEAL_LINE.deal, Ref.to(deal.id()));
    }

    @Test
    void extremeDatesAndTimesAreCompared() {
        assertThat(found("closing >= date('0001-01-01') && seenAt >= date('0001-01-01')")).containsExactlyInAnyOrder("may", "april");
        assertThat(found("closing <= date('9999-12-31') && seenAt <= date('9999-12-31')")).containsExactlyInAnyOrder("may", "april");
        assertThat(found("seenAt < timestamp('9999-12-31T23:59:59.999-18:00') && seenAt > '0001-01-01T00:00:00+18:00'")).hasSize(2);
    }

    @Test
    void hostileTextStaysAValue() {
        assertThat(found("title == '\\' or 1=1 --' || note == \"$1 ? {0} ::date\" || title.contains('?')")).isEmpty();
    }

    @Test
    void whatTheCallerWritesIsBoundAndNeverPartOfTheStatement() throws Exception {
        String sql = world.caller().call(() -> DATABASE.sql()
                .renderInlined(expressions.condition(DEAL, "d", "true"))
                + DATABASE.sql().render(expressions.condition(
                        DEAL, "d", "title == 'secret' && pieces in [4711, 4712] && closing > date('2017-03-09') && note.contains('secret')")));
        assertThat(sql).doesNotContain("secret", "4711", "2017").contains("?");
    }
}
