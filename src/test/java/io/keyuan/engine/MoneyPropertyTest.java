package io.keyuan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An amount that goes out and comes in again is the same amount. */
class MoneyPropertyTest {

    private static final String WIDEST = "999999999999999.9999";

    private final MoneyType type = new MoneyType();

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll("amounts") BigDecimal amount, @ForAll("currencies") String currency) throws BadValue {
        Money money = Money.of(amount, currency);

        Money read = type.coerce(type.json(money), new InYuan());

        assertThat(type.same(read, money)).isTrue();
        assertThat(type.json(read)).isEqualTo(type.json(money));
    }

    @Property(tries = 100)
    void aBareNumberIsOfTheBaseCurrency(@ForAll("amounts") BigDecimal amount) throws BadValue {
        Money read = type.coerce(amount.toPlainString(), new InYuan());

        assertThat(read.sameAs(Money.of(amount, "CNY"))).isTrue();
        assertThat(type.coerce(Map.of("amount", amount), new InYuan()).sameAs(read)).isTrue();
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals().between(new BigDecimal(WIDEST).negate(), new BigDecimal(WIDEST)).ofScale(4);
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).sorted().toList());
    }

    private record InYuan() implements Coercion {
        @Override
        public ChoiceList choices(Attribute<?> attribute) {
            return ChoiceList.EMPTY;
        }

        @Override
        public Attribute<?> attribute() {
            throw new UnsupportedOperationException("money asks for no attribute");
        }

        @Override
        public String baseCurrency() {
            return "CNY";
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Shanghai");
        }
    }
}
