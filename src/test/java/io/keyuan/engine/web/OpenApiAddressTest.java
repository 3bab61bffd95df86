package io.keyuan.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = SurfaceServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class OpenApiAddressTest {

    @LocalServerPort
    private int port;

    @Test
    void theDocumentIsServedInTheCallersLanguageAndNotTwice() {
        var http = new Http(port);

        var first = http.get("/api/v1/openapi.json", "X-Test-Language", "zh-TW");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        var again = http.get("/api/v1/openapi.json", "X-Test-Language", "zh-TW", "If-None-Match", tag);

        assertThat(Http.json(first).get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(Http.json(first).at("/components/schemas/Opportunity/properties/amount/title").isMissingNode()).isFalse();
        assertThat(Http.json(first).at("/components/schemas/Customer/properties/name/title").asString()).isEqualTo("客戶名稱");
        assertThat(again.statusCode()).isEqualTo(304);
    }
}
