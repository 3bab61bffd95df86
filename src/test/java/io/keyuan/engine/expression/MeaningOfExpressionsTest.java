package io.keyuan.engine.expression;

import static io.keyuan.engine.sample.Account.ACCOUNT;
import static io.keyuan.engine.sample.Deal.DEAL;
import static io.keyuan.engine.sample.Person.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.Choice;
import io.keyuan.engine.Choices;
import io.keyuan.engine.Money;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Ref;
import io.keyuan.engine.query.QueryParts;
import io.keyuan.engine.sample.Sample;
import io.keyuan.engine.sample.SampleDatabase;
import io.keyuan.engine.sample.SampleWorld;
import io.keyuan.engine.sql.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL finds by an expression is what the expression says, whatever is missing from the rows. */
class MeaningOfExpressionsTest {

    private static final SampleWorld WORLD = new SampleWorld();
    private static final Random RANDOM = new Random(20170301);
    private static final List<Sample> PEOPLE = new ArrayList<>();
    private static final List<Sample> ACCOUNTS = new ArrayList<>();
    private static final List<Sample> DEALS = new ArrayList<>();
    private static final Map<UUID, Sample> VISIBLE = new HashMap<>();
    private static final SampleDatabase DATABASE = filled();
    private static final Expressions EXPRESSIONS = new Expressions(new Surroundings(
            SampleWorld.TYPES, WORLD, QueryParts.now(QueryParts.visibility(WORLD, SampleWorld.TYPES)), WORLD, WORLD, person -> Set.of(), (type, ids) -> Map.of()));

    private static SampleDatabase filled() {
        makeUp();
        UUID keeper = PEOPLE.getFirst().id();
        WORLD.reaches.put(ACCOUNT, Reach.Part.ownedBy(Set.of(keeper)));
        PEOPLE.forEach(person -> VISIBLE.put(person.id(), person));
        ACCOUNTS.stream()
                .filter(account -> Ref.to(keeper).equals(account.get(ACCOUNT.keeper)))
                .forEach(account -> VISIBLE.put(account.id(), account));
        try {
            var database = new SampleDatabase();
            database.insert(WORLD.tenant, PEOPLE);
            database.insert(WORLD.tenant, ACCOUNTS);
            database.insert(WORLD.tenant, DEALS);
            return database;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void makeUp() {
        for (int i = 0; i < 2; i++) {
            PEOPLE.add(Sample.of(PERSON).with(PERSON.name, "person"));
        }
        for (int i = 0; i < 20; i++) {
            ACCOUNTS.add(account());
        }
        for (int i = 0; i < 150; i++) {
            DEALS.add(deal());
        }
    }

    private static Sample account() {
        return Sample.of(ACCOUNT)
                .with(ACCOUNT.name, Sentences.TEXTS.get(RANDOM.nextInt(Sentences.TEXTS.size())))
                .with(ACCOUNT.region, oneOf(Sentences.TEXTS))
                .with(ACCOUNT.staff, oneOf(Sentences.NUMBERS))
                .with(ACCOUNT.sector, choice(Sentences.SECTORS))
                .with(ACCOUNT.keeper, reference(PEOPLE))
                .with(ACCOUNT.group, ACCOUNTS.isEmpty() ? null : reference(ACCOUNTS));
    }

    private static Sample deal() {
        return Sample.of(DEAL)
                .with(DEAL.title, Sentences.TEXTS.get(RANDOM.nextInt(Sentences.TEXTS.size())))
                .with(DEAL.label, oneOf(Sentences.TEXTS))
                .with(DEAL.note, oneOf(Sentences.TEXTS))
                .with(DEAL.pieces, oneOf(Sentences.NUMBERS))
                .with(DEAL.rank, oneOf(Sentences.NUMBERS))
                .with(DEAL.weight, number())
                .with(DEAL.amount, money())
                .with(DEAL.cost, money())
                .with(DEAL.closing, oneOf(Sentences.DAYS))
                .with(DEAL.opened, oneOf(Sentences.DAYS))
                .with(DEAL.seenAt, oneOf(Sentences.TIMES))
                .with(DEAL.hot, oneOf(List.of(true, false)))
                .with(DEAL.stage, choice(Sentences.STAGES))
                .with(DEAL.marks, marks())
                .with(DEAL.account, reference(ACCOUNTS))
                .with(DEAL.agent, reference(PEOPLE));
    }

    private static <T> @Nullable T oneOf(List<T> values) {
        return RANDOM.nextInt(4) == 0 ? null : values.get(RANDOM.nextInt(values.size()));
    }

    private static @Nullable Choice choice(List<String> codes) {
        String code = oneOf(codes);
        return code == null ? null : Choice.of(code);
    }

    private static @Nullable Choices marks() {
        List<String> codes = Sentences.MARKS.stream().filter(code -> RANDOM.nextInt(3) == 0).toList();
        return codes.isEmpty() ? null : new Choices(codes);
    }

    private static @Nullable Ref reference(List<Sample> samples) {
        Sample sample = oneOf(samples);
        return sample == null ? null : Ref.to(sample.id());
    }

    private static @Nullable BigDecimal number() {
        String number = oneOf(Sentences.AMOUNTS);
        return number == null ? null : new BigDecimal(number);
    }

    private static @Nullable Money money() {
        BigDecimal amount = number();
        String currency = oneOf(List.of("CNY", "USD"));
        return amount == null ? null : new Money(amount, currency == null ? "EUR" : currency, currency == null ? null : number());
    }

    @Provide
    Arbitrary<Sentence> sentences() {
        List<UUID> ids = new ArrayList<>();
        ACCOUNTS.forEach(account -> ids.add(account.id()));
        PEOPLE.forEach(person -> ids.add(person.id()));
        return new Sentences(ids).any(4);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsFoundIsWhatIsSaid(@ForAll("sentences") Sentence sentence) throws Exception {
        Set<UUID> said = DEALS.stream()
                .filter(row -> sentence.holds(row, VISIBLE))
                .map(Sample::id)
                .collect(Collectors.toSet());
        assertThat(found(sentence.text())).as(sentence.text()).isEqualTo(said);
    }

    private static Set<UUID> found(String expression) throws Exception {
        return WORLD.caller().call(() -> DATABASE.sql()
                .select(Tables.uuid("d", "id"))
                .from(Tables.of(DEAL, "d"))
                .where(Tables.ofTenant("d"), EXPRESSIONS.condition(DEAL, "d", expression))
                .fetchSet(Tables.uuid("d", "id")));
    }
}
