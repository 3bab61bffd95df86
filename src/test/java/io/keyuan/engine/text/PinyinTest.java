package io.keyuan.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
    @ParameterizedTest
    @CsvSource({
        "北京科技, bei jing ke ji",
        "重庆银行, chong qing yin hang",
        "重慶銀行, chong qing yin hang",
        "长沙长城, chang sha chang cheng",
        "厦门大厦, xia men da sha",
        "音乐快乐, yin yue kuai le",
        "佛山, fo shan",
        "成都, cheng du",
        "绿女, lv nv",
        "二〇二六, er ling er liu",
        "堃喆, kun zhe",
        "A股5G, gu"
    })
    void readsNamesAsTheyAreSpoken(String text, String syllables) {
        assertThat(Pinyin.syllables(text)).containsExactly(syllables.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "曾国藩, zeng guo fan",
        "单田芳, shan tian fang",
        "解晓东, xie xiao dong",
        "区志航, ou zhi hang",
        "尉迟恭, yu chi gong",
        "长孙无忌, zhang sun wu ji",
        "查良镛, zha liang yong",
        "张曾敭, zhang ceng yang"
    })
    void readsTheFirstCharacterOfAPersonsNameAsASurname(String name, String syllables) {
        assertThat(Pinyin.syllablesOfPerson(name)).containsExactly(syllables.split(" "));
    }

    @Test
    void everyCommonCharacterHasAReadingOfLettersOnly() {
        assertThat(IntStream.rangeClosed(0x4E00, 0x9FA5).mapToObj(PinyinTable::syllable))
                .filteredOn(syllable -> !syllable.isEmpty())
                .hasSizeGreaterThan(20_500)
                .allMatch(syllable -> syllable.matches("[a-z]{1,6}"));
    }

    @Test
    void readsCharactersOutsideTheBasicPlane() {
        assertThat(Pinyin.syllables("𠀀")).containsExactly("he");
    }

    @Test
    void noWordIsListedThatReadsAsItsCharactersDo() throws IOException {
        assertThat(lines("words.txt")).filteredOn(line -> line.equals(usual(line))).isEmpty();
    }

    @Test
    void noSurnameIsListedThatReadsAsTheWordDoes() throws IOException {
        assertThat(lines("surnames.txt"))
                .filteredOn(line -> line.endsWith(" " + String.join(" ", Pinyin.syllables(word(line)))))
                .isEmpty();
    }

    private static String word(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    /** The line as it would be without this entry: a single character by the table, a word by its characters. */
    private static String usual(String line) {
        int[] characters = word(line).codePoints().toArray();
        return Arrays.stream(characters)
                .mapToObj(character -> characters.length == 1
                        ? PinyinTable.syllable(character)
                        : String.join("", Pinyin.syllables(Character.toString(character))))
                .collect(Collectors.joining(" ", word(line) + " ", ""));
    }

    private static String[] lines(String resource) throws IOException {
        try (InputStream file = Objects.requireNonNull(Pinyin.class.getResourceAsStream(resource))) {
            return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toArray(String[]::new);
        }
    }
}
