package io.keyuan.engine.expression;

import static io.keyuan.engine.expression.Sentence.account;
import static io.keyuan.engine.expression.Sentence.deal;
import static io.keyuan.engine.expression.Sentence.group;
import static io.keyuan.engine.sample.Account.ACCOUNT;
import static io.keyuan.engine.sample.Deal.DEAL;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.expression.Sentence.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes up expressions whose values often meet those of the rows. */
final class Sentences {

    static final List<String> TEXTS = List.of("", "a", "A", "ab", "科技", "科", "100%", "a_b", "a\\b", "it's", "项目2", "项目10");
    static final List<Long> NUMBERS = List.of(-1L, 0L, 1L, 7L, Long.MAX_VALUE);
    static final List<String> AMOUNTS = List.of("-0.5", "0", "1", "99.99", "100", "7000");
    static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2017, 2, 28), LocalDate.of(2017, 3, 1), LocalDate.of(2017, 3, 2), LocalDate.of(2020, 1, 1));
    static final List<Instant> TIMES = List.of(
            Instant.parse("2017-02-28T15:59:59.999999Z"), Instant.parse("2017-02-28T16:00:00Z"), Instant.parse("2017-03-01T15:59:59.999999Z"),
            Instant.parse("2017-03-01T16:00:00Z"));
    static final List<String> STAGES = List.of("new", "offer", "won", "lost");
    static final List<String> MARKS = List.of("red", "green", "blue", "grey");
    static final List<String> SECTORS = List.of("retail", "medical", "software");

    private final Arbitrary<Object> references;

    Sentences(List<?> ids) {
        references = Arbitraries.of(List.copyOf(ids)).map(id -> (Object) id.toString());
    }

    /** @param depth how many operators there are at most from the top down to a comparison */
    Arbitrary<Sentence> any(int depth) {
        if (depth == 0) {
            return atoms();
        }
        Arbitrary<Sentence> below = any(depth - 1);
        return Arbitraries.oneOf(
                atoms(),
                below.map(Sentence.Not::new),
                Combinators.combine(below, below).as(Sentence.And::new),
                Combinators.combine(below, below).as(Sentence.Or::new));
    }

    private Arbitrary<Sentence> atoms() {
        return Arbitraries.oneOf(ordered(), unordered(), methods(), presence(), pairs(), marks());
    }

    private static Arbitrary<Sentence> compare(Arbitrary<Term> terms, Arbitrary<?> values, String... operators) {
        Arbitrary<Object> objects = values.map(value -> (Object) value);
        Arbitrary<Sentence> one = Combinators.combine(terms, Arbitraries.of(operators), objects).as(Sentence.Compare::new);
        Arbitrary<Sentence> many = Combinators.combine(terms, objects.list().ofMaxSize(3)).as(Sentence.In::new);
        return Arbitraries.frequencyOf(Tuple.of(3, one), Tuple.of(1, many));
    }

    private static Arbitrary<Sentence> ordered() {
        String[] operators = {"==", "!=", "<", "<=", ">", ">="};
        Arbitrary<BigDecimal> whole = Arbitraries.of(NUMBERS).map(BigDecimal::valueOf);
        Arbitrary<BigDecimal> decimals = Arbitraries.of(AMOUNTS).map(BigDecimal::new);
        Arbitrary<BigDecimal> huge = Arbitraries.of("9223372036854775807", "-9223372036854775808").map(BigDecimal::new);
        var sizes = new Term(List.of(), DEAL.note, "size");
        var value = new Term(List.of(), DEAL.amount, "value");
        return Arbitraries.oneOf(
                compare(Arbitraries.of(deal(DEAL.pieces), deal(DEAL.rank), account(ACCOUNT.staff)),
                        Arbitraries.oneOf(whole, decimals, huge), operators),
                compare(Arbitraries.of(deal(DEAL.weight), deal(DEAL.amount), deal(DEAL.cost), value, sizes),
                        Arbitraries.oneOf(whole, decimals), operators),
                compare(Arbitraries.of(deal(DEAL.closing), deal(DEAL.opened)), Arbitraries.of(DAYS), operators),
                compare(Arbitraries.of(deal(DEAL.seenAt)), Arbitraries.oneOf(Arbitraries.of(DAYS), Arbitraries.of(TIMES)), operators),
                compare(Arbitraries.of(deal(DEAL.title), deal(DEAL.label), account(ACCOUNT.name)), Arbitraries.of(TEXTS), operators));
    }

    private Arbitrary<Sentence> unordered() {
        var currency = new Term(List.of(), DEAL.amount, "currency");
        var meaning = new Term(List.of(), DEAL.stage, "meaning");
        return Arbitraries.oneOf(
                compare(Arbitraries.of(deal(DEAL.note), account(ACCOUNT.region), group(ACCOUNT.region)), Arbitraries.of(TEXTS), "==", "!="),
                compare(Arbitraries.of(deal(DEAL.stage)), Arbitraries.of(STAGES), "==", "!="),
                compare(Arbitraries.of(account(ACCOUNT.sector), group(ACCOUNT.sector)), Arbitraries.of(SECTORS), "==", "!="),
                compare(Arbitraries.of(meaning), Arbitraries.of("open", "won", "lost"), "==", "!="),
                compare(Arbitraries.of(currency), Arbitraries.of("CNY", "USD", "EUR"), "==", "!="),
                compare(Arbitraries.of(deal(DEAL.hot)), Arbitraries.of(true, false), "==", "!="),
                compare(Arbitraries.of(deal(DEAL.account), deal(DEAL.agent), account(ACCOUNT.id)), references, "==", "!="));
    }

    private static Arbitrary<Sentence> marks() {
        Arbitrary<String> codes = Arbitraries.of(MARKS);
        var sizes = new Term(List.of(), DEAL.marks, "size");
        return Arbitraries.oneOf(
                codes.map(code -> new Sentence.Holds(Set.of(code), Sentence.Holds.Way.IN)),
                codes.map(code -> new Sentence.Holds(Set.of(code), Sentence.Holds.Way.EQUAL)),
                codes.map(code -> new Sentence.Holds(Set.of(code), Sentence.Holds.Way.OTHER)),
                codes.set().ofMaxSize(3).map(some -> new Sentence.Holds(some, Sentence.Holds.Way.LISTED)),
                codes.set().ofMaxSize(3).map(some -> new Sentence.Holds(some, Sentence.Holds.Way.NOT_LISTED)),
                Combinators.combine(Arbitraries.of("==", "!=", "<", ">="), Arbitraries.of(0L, 1L, 2L))
                        .as((operator, size) -> new Sentence.Compare(sizes, operator, BigDecimal.valueOf(size))),
                Arbitraries.just(new Sentence.Has(deal(DEAL.marks))));
    }

    private static Arbitrary<Sentence> methods() {
        return Combinators.combine(
                        Arbitraries.of(deal(DEAL.title), deal(DEAL.label), deal(DEAL.note), account(ACCOUNT.region)),
                        Arbitraries.of("contains", "startsWith", "endsWith"),
                        Arbitraries.of(TEXTS))
                .as(Sentence.Method::new);
    }

    private static Arbitrary<Sentence> presence() {
        List<Attribute<?>> attributes = List.of(
                DEAL.title, DEAL.label, DEAL.pieces, DEAL.amount, DEAL.closing, DEAL.seenAt, DEAL.hot, DEAL.stage, DEAL.account);
        return Arbitraries.oneOf(
                Arbitraries.of(attributes).map(attribute -> new Sentence.Has(deal(attribute))),
                Arbitraries.of(account(ACCOUNT.region), group(ACCOUNT.name), account(ACCOUNT.group)).map(Sentence.Has::new));
    }

    private static Arbitrary<Sentence> pairs() {
        Arbitrary<String> operators = Arbitraries.of("<", "<=", ">", ">=");
        Arbitrary<Term> numbers = Arbitraries.of(
                deal(DEAL.pieces), deal(DEAL.rank), account(ACCOUNT.staff), group(ACCOUNT.staff), deal(DEAL.weight));
        Arbitrary<Term> days = Arbitraries.of(deal(DEAL.closing), deal(DEAL.opened));
        return Arbitraries.oneOf(
                Combinators.combine(numbers, operators, numbers).as(Sentence.ComparePaths::new),
                Combinators.combine(days, operators, days).as(Sentence.ComparePaths::new));
    }
}
