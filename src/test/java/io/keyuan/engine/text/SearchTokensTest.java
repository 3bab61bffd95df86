package io.keyuan.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.text.SearchQuery.Alternative;
import io.keyuan.engine.text.SearchTokens.Kind;
import io.keyuan.engine.text.SearchTokens.Part;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTokensTest {
    private static final String COMPANY = "北京科技有限公司";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "北", "京科", "科技有限", "bjkj", "kj", "beijingkeji", "keji", "beij", "bjkjyxgs", "bjkjyx", "BJKJ",
                "beijingkejiyouxiangongsi", "科技 北京", "北京keji", "科技，北京"
            })
    void aCompanyIsFoundByAnyPartOfItsNameAndItsPinyin(String typed) {
        assertThat(finds(typed, Kind.TITLE, COMPANY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"京北", "北科", "北京技", "bk", "eijing", "北京 上海", "bjgs", "科技股份"})
    void aCompanyIsNotFoundByWhatIsNotInItsName(String typed) {
        assertThat(finds(typed, Kind.TITLE, COMPANY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "rodri, TEXT, Met Rodríguez in Köln",
        "koln, TEXT, Met Rodríguez in Köln",
        "臺北, TITLE, 台北101大樓",
        "tb, TITLE, 台北101大樓",
        "101, TITLE, 台北101大樓",
        "zengguofan, PERSON_NAME, 曾国藩",
        "zgf, PERSON_NAME, 曾国藩",
        "ceng, PERSON_NAME, 曾国藩",
        "5678, PHONE, +86 138 1234 5678",
        "138 1234 5678, PHONE, 13812345678",
        "+86 138-1234-5678, PHONE, 13812345678",
        "13812345678, PHONE, +8613812345678",
        "1381234, PHONE, +8613812345678",
        "01088886666, PHONE, +86 10 8888 6666",
        "(010) 8888-6666, PHONE, +861088886666",
        "88886666, PHONE, 010-88886666",
        "2345678, PHONE, +886 2 2345 678",
        "wang.fang@acme.com.cn, EMAIL, Wang.Fang@ACME.com.cn",
        "fang@acme, EMAIL, wang.fang@acme.com.cn",
        "@acme.com, EMAIL, wang.fang@acme.com.cn",
        "acme, EMAIL, wang.fang@acme.com.cn",
        "wang@acme.com, TEXT, 写信到wang@acme.com，谢谢",
        "ORD-2026-000123, CODE, ORD-2026-000123",
        "ord-2026-0001, CODE, ORD-2026-000123",
        "ord2026000123, CODE, ORD-2026-000123",
        "0123, CODE, ORD-2026-000123",
        "2024-2025, TEXT, 2024-2025年度",
        "o'brien, TEXT, O'Brien",
        "a\\b, TEXT, a\\b"
    })
    void recordsAreFoundByWhatPeopleType(String typed, Kind kind, String text) {
        assertThat(finds(typed, kind, text)).isTrue();
    }

    @Test
    void gramsThatAreNotNeighboursAreRejectedByTheText() {
        SearchQuery query = SearchTokens.query("科技有限");
        String title = "科技与技有, 有限";
        assertThat(index(query, new Part(Kind.TITLE, title))).isTrue();
        assertThat(query.matches(title, "")).isFalse();
    }

    @Test
    void anEmptyQueryFindsNothing() {
        assertThat(SearchTokens.query(" ，\u0000-- ").isEmpty()).isTrue();
        assertThat(SearchTokens.query("").tsquery()).isEmpty();
        assertThat(SearchTokens.query("").matches(COMPANY, COMPANY)).isFalse();
    }

    @Test
    void literalsAreQuoted() {
        assertThat(SearchTokens.tsvector(List.of("it's", "a\\b"))).isEqualTo("'it''s' 'a\\\\b'");
        assertThat(SearchTokens.query("kj 北京").tsquery()).isEqualTo("( 'kj':* | '~kj':* | '^kj':* ) & '北京'");
    }

    @Test
    void namesGoBeforeLongText() {
        String novel = IntStream.range(0x4E00, 0x5E00).mapToObj(Character::toString).collect(Collectors.joining());
        List<String> lexemes =
                SearchTokens.document(List.of(new Part(Kind.TEXT, novel), new Part(Kind.TITLE, COMPANY)));
        assertThat(lexemes).hasSize(400).contains("北京", "^bjkj");
    }

    @Property
    void anyPartOfATitleFindsIt(
            @ForAll("han") String title,
            @ForAll @IntRange(max = 100) int from,
            @ForAll @IntRange(max = 100) int length) {
        int[] characters = title.codePoints().toArray();
        int start = from % characters.length;
        int end = start + 1 + length % (characters.length - start);
        String part = new String(characters, start, end - start);
        assertThat(finds(part, Kind.TITLE, title)).isTrue();
    }

    @Property
    void anySyllablesOfATitleFindIt(@ForAll("common") String title, @ForAll @IntRange(max = 100) int from) {
        List<String> syllables = Pinyin.syllables(title);
        int start = from % (syllables.size() - 1);
        List<String> part = syllables.subList(start, syllables.size());
        String initials = part.stream().map(syllable -> syllable.substring(0, 1)).reduce("", String::concat);
        assertThat(finds(String.join("", part), Kind.TITLE, title)).isTrue();
        assertThat(finds(initials, Kind.TITLE, title)).isTrue();
    }

    @Property
    void whatTheTextHasButNotTogetherIsNotFound(@ForAll("common") String title) {
        String backwards = new StringBuilder(title).reverse().toString();
        assertThat(SearchTokens.query(backwards).matches(title, "")).isEqualTo(title.contains(backwards));
    }

    @Property
    void everyLexemeCanBeStored(@ForAll String text, @ForAll Kind kind) {
        List<String> lexemes = SearchTokens.document(List.of(new Part(kind, text)));
        assertThat(lexemes).hasSizeLessThanOrEqualTo(400).isSorted().doesNotHaveDuplicates().allSatisfy(lexeme -> {
            byte[] bytes = lexeme.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes).hasSizeBetween(1, 2046).doesNotContain(0);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(lexeme);
        });
    }

    @Property
    void anyQueryIsBounded(@ForAll String typed) {
        SearchQuery query = SearchTokens.query(typed);
        assertThat(query.terms()).hasSizeLessThanOrEqualTo(16 * 16).allSatisfy(term -> assertThat(term.anyOf())
                .isNotEmpty());
    }

    @Provide
    Arbitrary<String> han() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0x4E00, 0x9FA5),
                        Arbitraries.integers().between(0x20000, 0x2A6DF))
                .map(Character::toString)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(characters -> String.join("", characters));
    }

    @Provide
    Arbitrary<String> common() {
        return Arbitraries.strings().withChars("北京上海重庆长沙科学技术华信天地人和张王李赵明月风云").ofMinLength(2).ofMaxLength(12);
    }

    private static boolean finds(String typed, Kind kind, String text) {
        SearchQuery query = SearchTokens.query(typed);
        boolean named = kind == Kind.TITLE || kind == Kind.PERSON_NAME;
        return index(query, new Part(kind, text)) && query.matches(named ? text : "", named ? "" : text);
    }

    /** What PostgreSQL answers to {@code tsvector @@ tsquery}. */
    private static boolean index(SearchQuery query, Part part) {
        Set<String> lexemes = new HashSet<>(SearchTokens.document(List.of(part)));
        return !query.isEmpty()
                && query.terms().stream()
                        .allMatch(term -> term.anyOf().stream().anyMatch(alternative -> has(lexemes, alternative)));
    }

    private static boolean has(Set<String> lexemes, Alternative wanted) {
        return wanted.prefix()
                ? lexemes.stream().anyMatch(lexeme -> lexeme.startsWith(wanted.lexeme()))
                : lexemes.contains(wanted.lexeme());
    }
}
