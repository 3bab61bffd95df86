package io.keyuan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zh-TW | zh-TW",
        "zh-Hant | zh-TW",
        "zh-HK,en;q=0.5 | zh-TW",
        "zh | zh-CN",
        "zh-Hans-SG | zh-CN",
        "zh-Hans-TW | zh-CN",
        "de-DE,de;q=0.9,zh-CN;q=0.8,en;q=0.7 | zh-CN",
        "zh;q=0,en | en",
        "fr | en",
        "*;q=0.1 | en",
        ";;;=== | en",
    })
    void theHeaderChoosesTheLanguage(String header, String language) {
        assertThat(Languages.accepted(header)).isEqualTo(Locale.forLanguageTag(language));
    }

    @Test
    void withoutAHeaderItIsEnglish() {
        assertThat(Languages.accepted(null)).isEqualTo(Languages.ENGLISH);
    }

    @Test
    void whoeverIsSignedInDecidesBeforeTheHeader() {
        var caller = new Caller(UUID.randomUUID(), UUID.randomUUID(), false, Languages.TRADITIONAL_CHINESE, null);

        caller.run(() -> assertThat(Languages.ofCallerOr("en")).isEqualTo(Languages.TRADITIONAL_CHINESE));
        assertThat(Languages.ofCallerOr("en")).isEqualTo(Languages.ENGLISH);
    }
}
