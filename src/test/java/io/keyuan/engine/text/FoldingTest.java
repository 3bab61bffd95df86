package io.keyuan.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "Müller, muller",
        "ŁÓDŹ, lodz",
        "Straße, strasse",
        "İstanbul, istanbul",
        "ＡＢＣ１２３（中国）, abc123(中国)",
        "臺灣積體電路, 台湾积体电路",
        "重慶銀行, 重庆银行",
        "㈱日立, (株)日立",
        "が, が",
        "й, й",
        "㑮, 𫝈"
    })
    void textsHeldForTheSameFoldToTheSame(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String text) {
        String folded = Folding.fold(text);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }

    @Property
    void everySingleCharacterFoldsTheSameTwice(@ForAll("codePoints") String character) {
        String folded = Folding.fold(character);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }

    @Provide
    Arbitrary<String> codePoints() {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(Character::isDefined)
                .map(Character::toString);
    }
}
