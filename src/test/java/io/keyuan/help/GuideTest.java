package io.keyuan.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything the guide has is there for whoever asks, in the language they ask in. */
class GuideTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

    private final TestClient nobody = TestClient.of(RunningProgram.get().address());

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/guide"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .map(name -> name.replace(".md", ""))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsThereInThreeLanguagesAndNothingItLeadsToIsMissing(String page) {
        for (String language : List.of("en", "zh-CN", "zh-TW")) {
            TestAnswer answer = nobody.get("/guide/" + page + "?lang=" + language).expect(200);

            assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(answer.content()).contains("<html lang=\"" + language + "\">", "aria-current=\"page\"").doesNotContain("${", ".md\"");
            Matcher addresses = ADDRESS.matcher(answer.content());
            while (addresses.find()) {
                nobody.get(addresses.group(1).replace("&amp;", "&")).expectOneOf(200, 302);
            }
        }
    }

    @Test
    void itSpeaksTheReadersLanguageUnlessAnotherIsAskedFor() {
        assertThat(nobody.with("Accept-Language", "zh-TW").get("/guide/records").content()).contains("清單").doesNotContain("列表、详情与搜索</h1>");
        assertThat(nobody.with("Accept-Language", "zh-TW").get("/guide/records?lang=en").content()).contains("<h1>Lists, records and search</h1>");
        assertThat(nobody.get("/guide").expect(302).header("Location")).endsWith("/guide/first-steps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guide/nothing", "/guide/README", "/guide/..%2Fapplication", "/guide/images/nothing.png", "/guide/images/..%2Frecords.md", "/guide/records?lang=%00"})
    void nothingElseIsGivenOut(String address) {
        assertThat(nobody.get(address).status()).isIn(200, 400, 404);
        assertThat(nobody.get(address).content()).doesNotContain("spring:");
    }
}
