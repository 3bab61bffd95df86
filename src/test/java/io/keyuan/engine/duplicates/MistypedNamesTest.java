package io.keyuan.engine.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.customers.Customer;
import io.keyuan.engine.Attribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name is found wherever in it a letter is missing or has changed places with the next, be its town known or not. */
class MistypedNamesTest {

    private static Profile organisation(String name, String city) {
        Map<Attribute<?>, Object> values = Map.of(Customer.CUSTOMER.name, name, Customer.CUSTOMER.city, city);
        return Profile.of(Objects.requireNonNull(Customer.CUSTOMER.sameness()), values::get);
    }

    private static Match compared(String one, String other) {
        Profile there = organisation(one, "沈阳");
        Profile typed = organisation(other, "");
        assertThat(Collections.disjoint(Keys.of(there), Keys.of(typed))).as("%s is never compared with %s", one, other).isFalse();
        return Matcher.compare(there, typed);
    }

    private static List<String> mistyped(String name) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < name.length(); i++) {
            all.add(name.substring(0, i) + name.substring(i + 1));
            if (i + 1 < name.length() && name.charAt(i) != ' ' && name.charAt(i + 1) != ' ' && name.charAt(i) != name.charAt(i + 1)) {
                all.add(name.substring(0, i) + name.charAt(i + 1) + name.charAt(i) + name.substring(i + 2));
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Crestview Industrial", "Silverline Evergreen Foods", "Müller Logistik", "Oakmont", "Venture Waveney"})
    void latinNames(String name) {
        for (String typed : mistyped(name)) {
            assertThat(compared(name + " Corp.", typed).isSame()).as("%s for %s", typed, name).isTrue();
        }
    }

    @Test
    void sayWhatIsOtherwise() {
        assertThat(compared("Crestview Industrial Corp.", "Crestveiw Industrial").reasons().getFirst().reason()).isEqualTo(Reason.TRANSPOSED);
    }

    @Test
    void twoMissingCharactersAreWorthALookAndNoMore() {
        Match match = compared("深圳启松精密机械有限公司", "深圳启松机械有限公司");
        assertThat(match.score()).isBetween(Match.WORTH_A_LOOK, Match.SAME - 1);
        assertThat(match.reasons().getFirst().reason()).isEqualTo(Reason.MISSING_CHARACTERS);
        assertThat(Matcher.compare(organisation("深圳启松机械第十分厂", ""), organisation("深圳启松机械分厂", "")).isSame()).isFalse();
    }
}
