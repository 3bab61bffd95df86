package io.keyuan.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final PasswordPolicy.Owner LIN =
            new PasswordPolicy.Owner("lin.yue", List.of("林悦", "Yue Lin", "13812345678", "lin.yue", "Willow Trading", "willow"));

    private final PasswordPolicy policy = new PasswordPolicy(new LeakedPasswords(""));

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "nine silver kettles", "骑马过河的三个朋友在山上看雪", "kJ8#mq2!xT4zV", "seven quiet herons"})
    void longOnesNobodyTriesFirstAreGood(String password) {
        assertThat(policy.check(password, LIN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1q2w3e4r5t6y", "Qwertyuiop123", "123456789012", "password1234", "Password2026!", "P@ssw0rd2026", "iloveyou1314", "sunshine#2025",
        "dragondragon", "aaaaaaaaaaaa", "abababababab"
    })
    void whatIsGuessedFirstIsNot(String password) {
        assertThat(code(password)).isEqualTo("too-common");
    }

    @Test
    void whatAStrangerKnowsOfSomebodyIsNoSecret() {
        assertThat(code("my lin.yue secret")).isEqualTo("is-login");
        assertThat(code("lin.yue of the hills")).isEqualTo("is-login");
        assertThat(code("雪山上的林悦在骑马看月亮")).isEqualTo("is-known-of-you");
        assertThat(code("call 13812345678 now")).isEqualTo("is-known-of-you");
        assertThat(code("under the WILLOW tree")).isEqualTo("is-known-of-you");
    }

    @Test
    void lengthIsWhatCounts() {
        assertThat(code("kJ8#mq2!x")).isEqualTo("too-short");
        assertThat(code("x".repeat(129))).isEqualTo("too-long");
    }

    @Test
    void whoeverRunsTheProgramMayBringALongerList(@TempDir Path home) throws IOException {
        assertThat(policy.check("tall giraffes hum", LIN)).isEmpty();
        // The second as leaks are published: SHA-1 of "nine silver kettles", and how often it was seen.
        Files.writeString(home.resolve("leaked-passwords.txt"), "tall giraffes hum\n" + sha1("nine silver kettles") + ":7\n\n");

        var longer = new PasswordPolicy(new LeakedPasswords(home.toString()));

        assertThat(longer.check("tall giraffes hum", LIN)).map(Fault::code).contains("too-common");
        assertThat(longer.check("Tall Giraffes HUM", LIN)).map(Fault::code).contains("too-common");
        assertThat(longer.check("nine silver kettles", LIN)).map(Fault::code).contains("too-common");
        assertThat(longer.check("four grey lighthouses", LIN)).isEmpty();
    }

    private String code(String password) {
        return policy.check(password, LIN).map(Fault::code).orElse("good");
    }

    private static String sha1(String text) {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("SHA-1").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return java.util.HexFormat.of().withUpperCase().formatHex(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
