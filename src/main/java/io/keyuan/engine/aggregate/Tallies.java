package io.keyuan.engine.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One group while its rows come in: one for each currency, or combination of currencies, of its money. */
final class Tallies {

    private final List<@Nullable Object> key;
    private final List<Figures> figures = new ArrayList<>();
    private long count;

    Tallies(List<@Nullable Object> key, List<Measure> measures) {
        this.key = key;
        measures.forEach(measure -> figures.add(new Figures(measure)));
    }

    /** The values of the groups, in their order. */
    List<@Nullable Object> key() {
        return key;
    }

    long count() {
        return count;
    }

    void count(long more) {
        count += more;
    }

    /** In the order of the measures. */
    List<Figures> figures() {
        return figures;
    }

    /** What one measure comes to. */
    static final class Figures {

        private final Measure measure;
        private final Map<String, Tally> byCurrency = new TreeMap<>();
        private Tally plain;
        private long all;

        private Figures(Measure measure) {
            this.measure = measure;
            this.plain = Tally.none(measure.function());
        }

        Measure measure() {
            return measure;
        }

        /** Of numbers themselves, or of money in the base currency. */
        void add(@Nullable BigDecimal value, long count) {
            plain = plain.with(value, count);
        }

        void add(String currency, @Nullable BigDecimal value, long count) {
            Tally before = byCurrency.getOrDefault(currency, Tally.none(measure.function()));
            byCurrency.put(currency, before.with(value, count));
            all += count;
        }

        Tally plain() {
            return plain;
        }

        Map<String, Tally> byCurrency() {
            return byCurrency;
        }

        /** Amounts without a rate. */
        long unconverted() {
            return all - plain.count();
        }
    }
}
