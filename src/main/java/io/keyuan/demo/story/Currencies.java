package io.keyuan.demo.story;

import static io.keyuan.catalog.ExchangeRate.EXCHANGE_RATE;

import io.keyuan.engine.Draft;
import io.keyuan.engine.Money;
import io.keyuan.engine.Past;
import io.keyuan.fiction.Chance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the currencies of the story are worth, entered once a quarter. */
final class Currencies {

    static final String HOME = "CNY";

    private static final Map<String, Double> IN_YUAN = yuan();
    private static final int QUARTERS = Seasons.YEARS * 4 + 1;
    private static final int DIGITS = 8;

    private final String base;
    private final Seasons seasons;
    private final StoryIds ids;
    private final Staff staff;
    private final List<String> foreign;

    /** @param base the tenant's own currency */
    Currencies(String base, Seasons seasons, StoryIds ids, Staff staff) {
        this.base = base;
        this.seasons = seasons;
        this.ids = ids;
        this.staff = staff;
        this.foreign = IN_YUAN.keySet().stream().filter(currency -> !currency.equals(base)).toList();
    }

    private static Map<String, Double> yuan() {
        Map<String, Double> yuan = new LinkedHashMap<>();
        yuan.put(HOME, 1.0);
        yuan.put("USD", 7.12);
        yuan.put("EUR", 7.85);
        yuan.put("GBP", 9.3);
        yuan.put("JPY", 0.0482);
        yuan.put("KRW", 0.0052);
        yuan.put("TWD", 0.222);
        yuan.put("HKD", 0.912);
        yuan.put("SGD", 5.4);
        return yuan;
    }

    /** A price in yuan as it is asked for in another currency: a round number there. */
    static Money price(BigDecimal yuan, String currency) {
        BigDecimal exact = yuan.divide(BigDecimal.valueOf(IN_YUAN.getOrDefault(currency, 1.0)), 6, RoundingMode.HALF_UP);
        int keep = 3;
        int scale = Math.min(keep - (exact.precision() - exact.scale()), 0);
        return Money.of(exact.setScale(scale, RoundingMode.HALF_UP).setScale(0, RoundingMode.HALF_UP), currency);
    }

    Chapter rates() {
        return new Chapter(EXCHANGE_RATE, foreign.size() * QUARTERS, this::rate);
    }

    private Tale rate(int index) {
        String currency = foreign.get(index % foreign.size());
        int quarter = index / foreign.size();
        LocalDate day = seasons.begin().plusMonths(3L * quarter);
        LocalDate valid = day.isBefore(seasons.today()) ? day : seasons.today().minusDays(1);
        double drift = 1 + (Chance.of("story-rate", index).share() - 0.5) * 0.04;
        double worth = IN_YUAN.getOrDefault(currency, 1.0) / IN_YUAN.getOrDefault(base, 1.0) * drift;
        var entered = seasons.at(valid, 9 * 60, index % 60);
        return Tale.of(Draft.create(EXCHANGE_RATE, ids.id("rate", index, entered), Map.of())
                .in(new Past(entered, staff.id(Staff.DIRECTOR)))
                .set(EXCHANGE_RATE.currency, currency)
                .set(EXCHANGE_RATE.validFrom, valid)
                .set(EXCHANGE_RATE.rate, BigDecimal.valueOf(worth).setScale(DIGITS, RoundingMode.HALF_UP)));
    }
}
