package io.keyuan.engine.expression;

import static io.keyuan.engine.sample.Account.ACCOUNT;
import static io.keyuan.engine.sample.Deal.DEAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.query.QueryParts;
import io.keyuan.engine.sample.SampleWorld;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsOfExpressionsTest {

    private final SampleWorld world = new SampleWorld();
    private final Expressions expressions = new Expressions(new Surroundings(
            SampleWorld.TYPES, world, QueryParts.now(QueryParts.visibility(world, SampleWorld.TYPES)), world, world, person -> Set.of(), (type, ids) -> Map.of()));

    private void compile(String expression) {
        world.caller().run(() -> expressions.condition(DEAL, "d", expression));
    }

    private Fault fault(String expression) {
        Problem problem = catchThrowableOfType(Problem.class, () -> compile(expression));
        assertThat(problem).as(expression).isNotNull();
        assertThat(problem.kind()).isEqualTo(ProblemKind.BAD_FILTER);
        assertThat(problem.faults()).hasSize(1);
        assertThat(problem.faults().getFirst().path()).isEqualTo("filter");
        return problem.faults().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '"', value = {
        "stage == =>                              syntax, 9",
        "stage = 'won' =>                         syntax, 7",
        "stage == 'won =>                         syntax, 10",
        "hot &&\\n stage ~ 'won' =>               syntax, 15",
        "hot && nothing == 1 =>                   unknown-name, 8, nothing",
        "account.nothing == 1 =>                  unknown-name, 8, nothing",
        "title.nothing == 'a' =>                  unknown-name, 6, nothing",
        "amount.currency.x == 'a' =>              unknown-name, 16, x",
        "version == 1 =>                          not-filterable, 1, version",
        "stage == 'sold' =>                       unknown-choice, 10, new, offer, won, lost",
        "stage in ['won', 'sold'] =>              unknown-choice, 18, new, offer, won, lost",
        "stage.meaning == 'sold' =>               unknown-choice, 18, open, won, lost",
        "stage == 5 =>                            wrong-types, 10",
        "stage > 'won' =>                         wrong-types, 1",
        "pieces == 'many' =>                      wrong-types, 11",
        "pieces < null =>                         wrong-types, 1",
        "closing == '2017-02-30' =>               wrong-types, 12",
        "closing == 5 =>                          wrong-types, 12",
        "seenAt > 'soon' =>                       wrong-types, 10",
        "account == 'not-an-id' =>                wrong-types, 12",
        "owner > me() =>                          wrong-types, 1",
        "hot == 'yes' =>                          wrong-types, 8",
        "note > 'a' =>                            wrong-types, 1",
        "title == pieces =>                       wrong-types, 10",
        "title == 1e999 =>                        wrong-types, 10",
        "title == b'x' =>                         wrong-types, 10",
        "1 == 1 =>                                wrong-types, 3",
        "title in pieces =>                       wrong-types, 7",
        "title in [note] =>                       wrong-types, 11",
        "owner == myTeam() =>                     wrong-types, 7",
        "(hot == true) == true =>                 wrong-types, 6",
        "pieces.contains('1') =>                  wrong-types, 1",
        "size(pieces) > 1 =>                      wrong-types, 6",
        "title == \"a\\u0000b\" =>                bad-character, 10",
        "title =>                                 not-a-condition, 1",
        "'text' =>                                not-a-condition, 1",
        "[true] =>                                not-a-condition, 1",
        "hot && today() =>                        not-a-condition, 13",
        "launch() =>                              unknown-function, 7, launch",
        "title.reverse() == 'a' =>                unknown-function, 14, reverse",
        "title.matches('a') =>                    not-supported, 14",
        "hot ? true : false =>                    not-supported, 5",
        "pieces + 1 == 2 =>                       not-supported, 8",
        "title[0] == 'a' =>                       not-supported, 6",
        "title == {'a': 1} =>                     not-supported, 10",
        "closing > date('soon') =>                wrong-arguments, 15, date",
        "closing > date('0000-01-01') =>          wrong-arguments, 15, date",
        "closing > date(title) =>                 wrong-arguments, 15, date",
        "closing > daysAgo(-1) =>                 wrong-arguments, 18, daysAgo",
        "closing > daysAgo(99999999) =>           wrong-arguments, 18, daysAgo",
        "closing > today(1) =>                    wrong-arguments, 16, today",
        "closing > startOf('century') =>          wrong-arguments, 18, startOf",
        "title.contains(5) =>                     wrong-arguments, 15, contains",
        "contains('a') =>                         wrong-arguments, 9, contains",
        "has(title, note) =>                      wrong-arguments, 4, has",
        "has('a') =>                              wrong-types, 5",
        "has(stage.meaning) =>                    wrong-types, 10",
        "title.exists(t, t == 'a') =>             not-lines, 1",
        "account.lines.exists(l, true) =>         not-lines, 8",
        "lines.exists(l) =>                       wrong-arguments, 13, exists",
        "lines.exists('l', true) =>               wrong-arguments, 13, exists",
        "exists(lines, true) =>                   wrong-arguments, 7, exists",
        "lines.exists(l, l.nothing == 1) =>       unknown-name, 18, nothing",
        "lines.exists(l, l == 'a') =>             unknown-name, 17, l",
        "lines.exists(l, true) && l.pieces > 1 => unknown-name, 26, l",
        "account.group.group.group.name == 'a' => too-complex, 26",
    })
    void saysWhatIsWrongAndWhere(String expression, String expected) {
        Fault fault = fault(expression.replace("\\n", "\n"));
        var said = new StringBuilder(fault.code());
        fault.args().forEach(arg -> said.append(", ").append(arg));
        assertThat(said).hasToString(expected);
    }

    @Test
    void whatTheCallerMayNotReadCannotBeFilteredBy() {
        world.hidden.add(ACCOUNT.region);
        world.hidden.add(DEAL.amount);
        assertThat(fault("account.region == 'a'")).isEqualTo(Fault.at("filter", "not-readable", 8, "region"));
        assertThat(fault("amount.currency == 'a'").code()).isEqualTo("not-readable");
        assertThat(fault("hot || !has(amount)").code()).isEqualTo("not-readable");
    }

    @Test
    void longNamesAreCut() {
        assertThat(fault("x".repeat(200) + " == 1").args()).containsExactly(1, "x".repeat(60));
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItBecomesAStatement() {
        assertThat(fault("title == '" + "x".repeat(10_000) + "'").code()).isEqualTo("too-complex");
        assertThat(fault("(".repeat(5_000)).code()).isEqualTo("too-complex");
        assertThat(fault("account" + ".group".repeat(1_500)).code()).isEqualTo("too-complex");
        assertThat(fault("hot" + " && hot".repeat(600)).code()).isEqualTo("too-complex");
        assertThat(fault("has(account.name)" + " && has(account.name)".repeat(20)).code()).isEqualTo("too-complex");
        assertThat(fault("pieces in [" + "1,".repeat(1_000) + "1]").code()).isEqualTo("too-complex");
        compile("pieces in [" + "1,".repeat(999) + "1]");
        compile("hot" + " && hot".repeat(200));
    }

    @Property(tries = 2_000)
    void anyTextIsCompiledOrRefused(@ForAll String text) {
        try {
            compile(text);
        } catch (Problem problem) {
            assertThat(problem.kind()).isEqualTo(ProblemKind.BAD_FILTER);
        }
    }
}
