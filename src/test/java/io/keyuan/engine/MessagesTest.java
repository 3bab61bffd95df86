package io.keyuan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
    private static final Pattern CODE = Pattern.compile("(?:new BadValue|Fault\\.whole)\\(\"(?<only>[a-z-]+[a-z])\""
            + "|(?:Fault\\.at|malformed|reject\\w*|problem|named)\\([^();]+?, \"(?<second>[a-z-]+[a-z])\"");
    private static final ObjectTypes TYPES = Definitions.all();

    private final Messages messages = new Messages();

    static List<Locale> languages() {
        return Languages.all();
    }

    static Stream<String> modules() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_zh_"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyPartOfEveryDefinitionHasALabel(Locale language) {
        List<String> missing = new ArrayList<>();
        for (ObjectType type : TYPES.all()) {
            require(missing, language, type.name(), type.name() + ".plural", "area." + type.area());
            type.commands().forEach(command -> require(missing, language, type.name() + ".command." + command.name()));
            type.advice().forEach(advice -> require(
                    missing, language, type.name() + ".advice." + advice.name(), type.name() + ".advice." + advice.name() + ".do"));
            type.sections().forEach(section -> require(missing, language, type.name() + ".section." + section.name()));
            type.attributes().forEach(attribute -> requireLabels(missing, language, attribute));
        }
        assertThat(missing).isEmpty();
    }

    private void requireLabels(List<String> missing, Locale language, Attribute<?> attribute) {
        if (messages.label(language, attribute).equals("record." + attribute.name())) {
            missing.add(attribute.labelKey());
        }
        ChoiceList.first(attribute).items().stream()
                .filter(item -> messages.label(language, attribute, item).equals(item.code()))
                .filter(item -> messages.find(language, attribute.labelKey() + "." + item.code()) == null)
                .forEach(item -> missing.add(attribute.labelKey() + "." + item.code()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyKindOfProblemHasTitleAndDetail(Locale language) {
        List<String> missing = new ArrayList<>();
        for (ProblemKind kind : ProblemKind.values()) {
            require(missing, language, "problem." + kind.slug() + ".title", "problem." + kind.slug() + ".detail");
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyFaultTheProgramNamesHasWords(Locale language) throws IOException {
        List<String> missing = new ArrayList<>();
        for (String code : codes()) {
            require(missing, language, "fault." + code);
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file)).results()
                        .map(found -> found.group("only") == null ? found.group("second") : found.group("only"))
                        .forEach(codes::add);
            }
        }
        assertThat(codes).contains("not-choice", "required", "bad-json");
        return codes;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyLanguageHasTheSameKeys(String module) throws IOException {
        Set<Object> english = file(module, "").keySet();

        assertThat(file(module, "_zh_CN").keySet()).isEqualTo(english);
        assertThat(file(module, "_zh_TW").keySet()).isEqualTo(english);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyLanguageHasTheSamePlaceholders(String module) throws IOException {
        Properties english = file(module, "");

        for (String language : List.of("_zh_CN", "_zh_TW")) {
            Properties other = file(module, language);
            assertThat(english.stringPropertyNames())
                    .allSatisfy(key -> assertThat(placeholders(other, key)).as(key).isEqualTo(placeholders(english, key)));
        }
    }

    /** To {@link java.text.MessageFormat} a straight apostrophe begins a quotation and disappears. */
    @ParameterizedTest
    @MethodSource("modules")
    void noTextHasAStraightApostrophe(String module) throws IOException {
        for (String language : List.of("", "_zh_CN", "_zh_TW")) {
            assertThat(file(module, language).values()).noneMatch(text -> text.toString().contains("'"));
        }
    }

    @Test
    void argumentsStandWhereTheTextWantsThem() {
        assertThat(messages.text(Languages.ENGLISH, "fault.too-long", 200, 1250))
                .isEqualTo("At most 200 characters are kept; these are 1,250.");
        assertThat(messages.text(Locale.forLanguageTag("zh-Hant-HK"), "fault.below-minimum", 1)).isEqualTo("不可小於 1。");
    }

    @Test
    void aKeyWithoutWordsIsItsOwnText() {
        assertThat(messages.text(Languages.ENGLISH, "nobody.wrote.this")).isEqualTo("nobody.wrote.this");
        assertThat(messages.find(Languages.ENGLISH, "nobody.wrote.this")).isNull();
    }

    @Test
    void aTenantsOwnWordForAChoiceComesFirst() {
        Attribute<?> stage = Objects.requireNonNull(Objects.requireNonNull(TYPES.byName("opportunity")).find("stage"));
        var renamed = new ChoiceList.Item("won", null, Map.of("zh-CN", "签约"), null, true, false, null);
        var standard = new ChoiceList.Item("won", null, Map.of(), null, true, false, null);
        var added = new ChoiceList.Item("onHold", null, Map.of(), null, true, false, null);

        assertThat(messages.label(Languages.SIMPLIFIED_CHINESE, stage, renamed)).isEqualTo("签约");
        assertThat(messages.label(Languages.SIMPLIFIED_CHINESE, stage, standard)).isEqualTo("赢单");
        assertThat(messages.label(Languages.SIMPLIFIED_CHINESE, stage, added)).isEqualTo("onHold");
    }

    private void require(List<String> missing, Locale language, String... keys) {
        for (String key : keys) {
            if (messages.find(language, key) == null) {
                missing.add(key);
            }
        }
    }

    private static Set<String> placeholders(Properties texts, String key) {
        return PLACEHOLDER.matcher(texts.getProperty(key)).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties file(String module, String language) throws IOException {
        var texts = new Properties();
        String name = "/messages/" + module + language + ".properties";
        try (var in = Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name), name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
