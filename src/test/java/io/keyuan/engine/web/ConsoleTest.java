package io.keyuan.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = SurfaceServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ConsoleTest {

    private static final String SAMPLE = "/assets/sample-3f2a1b.js";

    @LocalServerPort
    private int port;

    private Http http;

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/customers", "/customers/0197f0c5-1111-7000-8000-000000000001", "/opportunities?view=board", "/settings/choices/stage"})
    void addressesOfTheConsoleLeadToItsPage(String path) {
        var answer = http.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.body()).contains("<!doctype html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api", "/health/nothing", "/metrics/nothing", "/assets/old-000000.js", "/assets/none", "/favicon.png", "/error"})
    void otherAddressesDoNot(String path) {
        var answer = http.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void filesWithAHashInTheirNameAreKeptForAYear() {
        var answer = http.get(SAMPLE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
    }
}
