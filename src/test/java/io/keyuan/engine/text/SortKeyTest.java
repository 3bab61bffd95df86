package io.keyuan.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SortKeyTest {
    /** How PostgreSQL compares with COLLATE "C". */
    private static final Comparator<String> BYTES =
            Comparator.comparing(key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    @Test
    void namesSortAsPeopleExpect() {
        assertSorted(
                "", "3M", "12号仓库", "100号仓库", "acme", "ACME2", "ACME10", "Acme Corp.", "Zürich", "安徽", "李安", "李白",
                "里安", "西安", "先锋", "项目", "项目2", "项目2b", "项目10", "𠮷野家", "Ωmega", "カナ");
    }

    @Test
    void equalSurnamesStandTogether() {
        assertSorted("张安", "张总", "章北", "赵一");
    }

    @Test
    void surnamesOfPeopleAreReadAsSurnames() {
        assertThat(SortKey.ofPerson("曾毅")).startsWith("zeng");
        assertThat(SortKey.of("曾经")).startsWith("ceng");
    }

    @Test
    void punctuationDecidesOnlyBetweenOtherwiseEqualNames() {
        assertSorted("阿里巴巴", "阿里·巴巴", "阿里巴巴1");
        assertSorted("ab", "a-b", "abc");
    }

    @Test
    void aNameWithoutVisibleCharactersHasNoKey() {
        assertThat(SortKey.of("")).isEmpty();
        assertThat(SortKey.of(" \u0000\n\u3000")).isEmpty();
    }

    @Property
    void numbersSortByValue(@ForAll @LongRange(min = 0) long a, @ForAll @LongRange(min = 0) long b) {
        assertThat(Integer.signum(BYTES.compare(SortKey.of("单" + a + "号"), SortKey.of("单" + b + "号"))))
                .isEqualTo(Long.compare(a, b));
    }

    @Property
    void caseSeparatesOnlyOtherwiseEqualWords(@ForAll @AlphaChars @StringLength(max = 20) String word) {
        assertThat(firstLevel(word.toUpperCase(Locale.ROOT))).isEqualTo(firstLevel(word.toLowerCase(Locale.ROOT)));
    }

    @Property
    void everyKeyIsShortAndStorable(@ForAll String text) {
        String key = SortKey.of(text);
        assertThat(key).hasSizeLessThanOrEqualTo(80).isEqualTo(SortKey.of(text));
        assertThat(key.chars()).noneMatch(Character::isISOControl);
        assertThat(new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(key);
    }

    private static String firstLevel(String text) {
        String key = SortKey.of(text);
        int space = key.indexOf(' ');
        return space < 0 ? key : key.substring(0, space);
    }

    private static void assertSorted(String... names) {
        List<String> sorted = new ArrayList<>(List.of(names));
        Collections.shuffle(sorted, new Random(7));
        sorted.sort(Comparator.comparing(SortKey::of, BYTES));
        assertThat(sorted).containsExactly(names);
    }
}
