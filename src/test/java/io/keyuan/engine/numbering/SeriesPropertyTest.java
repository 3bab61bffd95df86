package io.keyuan.engine.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyuan.engine.BadValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However many are taken, by whatever clocks, no number comes twice, and each period begins with one. */
class SeriesPropertyTest {

    private static final LocalDate BEGIN = LocalDate.of(2026, 12, 28);

    /**
     * One block.
     *
     * @param days by how many days the clock of whoever takes it is ahead of the first day
     */
    record Block(int days, int count) {}

    @Provide
    Arbitrary<List<Block>> blocks() {
        return Combinators.combine(Arbitraries.integers().between(0, 70), Arbitraries.integers().between(1, 40)).as(Block::new).list().ofMaxSize(30);
    }

    private static String format(Restart restart) {
        return switch (restart) {
            case NEVER -> "N{0}";
            case YEARLY -> "{yy}-{000}";
            case MONTHLY -> "KH{yyyy}{mm}{00}";
            case DAILY -> "{0000}/{yyyy}.{mm}.{dd}";
        };
    }

    @Property
    void noNumberComesTwiceWhateverTheClocksSay(@ForAll Restart restart, @ForAll("blocks") List<Block> blocks) throws BadValue {
        Series series = new Series(1, true, NumberFormat.of(format(restart)), restart, true, 1, BEGIN);
        List<String> all = new ArrayList<>();
        Map<String, Long> counts = new HashMap<>();
        LocalDate reached = BEGIN;
        for (Block block : blocks) {
            Series.Taken taken = series.take(BEGIN.plusDays(block.days()), block.count());
            reached = BEGIN.plusDays(block.days()).isAfter(reached) ? BEGIN.plusDays(block.days()) : reached;
            assertThat(taken.left().day()).isEqualTo(reached);
            all.addAll(taken.numbers());
            series = taken.left();
            long count = counts.merge(period(restart, reached), (long) block.count(), Long::sum);
            assertThat(series.next()).isEqualTo(count + 1);
        }
        assertThat(all).doesNotHaveDuplicates();
    }

    private static String period(Restart restart, LocalDate day) {
        return switch (restart) {
            case NEVER -> "";
            case YEARLY -> String.valueOf(day.getYear());
            case MONTHLY -> day.toString().substring(0, 7);
            case DAILY -> day.toString();
        };
    }

    @Property
    void countsOfOneDayNeverReadTheSame(@ForAll("formats") String format, @ForAll("counters") long one, @ForAll("counters") long other) throws BadValue {
        NumberFormat parsed = NumberFormat.of(format);

        assertThat(parsed.number(BEGIN, one).equals(parsed.number(BEGIN, other))).isEqualTo(one == other);
    }

    @Provide
    Arbitrary<String> formats() {
        Arbitrary<String> part = Arbitraries.of("{yyyy}", "{yy}", "{mm}", "{dd}", "KH", "-", "0", "1", "编");
        Arbitrary<String> parts = part.list().ofMaxSize(4).map(some -> String.join("", some));
        return Combinators.combine(parts, Arbitraries.of("{0}", "{00}", "{000000}"), parts).as((front, counter, back) -> front + counter + back)
                .filter(format -> format.length() <= 40);
    }

    @Provide
    Arbitrary<Long> counters() {
        return Arbitraries.longs().between(1, 2_000_000);
    }

    @Property(tries = 20)
    void whatIsNoFormatIsRefused(@ForAll("others") String text) {
        assertThatThrownBy(() -> NumberFormat.of(text)).isInstanceOf(BadValue.class);
    }

    @Provide
    Arbitrary<String> others() {
        return Arbitraries.of("", "KH", "{yyyy}", "{0}{0}", "{0", "{x}{0}", "KH {0}", "<b>{0}", "{0000000000000}", "x".repeat(40) + "{0}", "{MM}{0}", "{0}\u0000");
    }
}
