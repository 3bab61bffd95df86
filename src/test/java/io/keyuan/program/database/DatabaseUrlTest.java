package io.keyuan.program.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {
        "postgresql://ann:pw@db.example/crm,          jdbc:postgresql://db.example/crm,           ann,  pw",
        "postgres://ann:p%40w@db.example:5433/crm,    jdbc:postgresql://db.example:5433/crm,      ann,  p@w",
        "postgresql://ann@db.example/crm,             jdbc:postgresql://db.example/crm,           ann,  none",
        "postgresql://ann@db.example,                 jdbc:postgresql://db.example/ann,           ann,  none",
        "postgresql://db.example/crm,                 jdbc:postgresql://db.example/crm,           none, none",
        "postgresql://ann:pw@[::1]:5433/crm,          jdbc:postgresql://[::1]:5433/crm,           ann,  pw",
        "'postgresql://ann:pw@one:1,two:2/crm',       'jdbc:postgresql://one:1,two:2/crm',        ann,  pw",
        "postgresql:///crm,                           jdbc:postgresql://localhost/crm,            none, none",
        "postgresql://ann@h/crm?sslmode=require&application_name=x,"
                + " jdbc:postgresql://h/crm?sslmode=require&ApplicationName=x, ann, none",
        "postgresql://ann@h/crm?target_session_attrs=read-write,"
                + " jdbc:postgresql://h/crm?targetServerType=primary, ann, none",
    })
    void whatPsqlUnderstandsBecomesAJdbcAddress(String text, String url, String user, String password) {
        assertThat(DatabaseUrl.parse(text)).isEqualTo(new DatabaseAddress(url, user, password));
    }

    @Property(tries = 200)
    void anyPasswordSurvivesItsEncoding(@ForAll @NotBlank String password) {
        String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
        String readBack = new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(DatabaseUrl.parse("postgresql://ann:" + encoded + "@db/crm").password()).isEqualTo(readBack);
    }

    @Test
    void aJdbcAddressIsTakenAsItIs() {
        String url = "jdbc:postgresql://db/crm?user=ann&password=pw";

        assertThat(DatabaseUrl.parse(url)).isEqualTo(new DatabaseAddress(url, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/crm", "crm", "postgresql://ann:p w@db/crm", "postgresql://ann:p%4@db/crm"})
    void anythingElseIsRefusedInOneSentenceWithoutThePassword(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ExitCode.SURROUNDINGS);
                    assertThat(refusal.sentence()).contains("KEYUAN_DATABASE_URL").doesNotContain("p w", "p%4");
                });
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsRefused() {
        assertThatThrownBy(() -> DatabaseUrl.checked(DatabaseUrl.parse("postgresql://ann:pw@127.0.0.1:1/crm")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ExitCode.SURROUNDINGS));
    }
}
