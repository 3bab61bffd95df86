package io.keyuan.engine.web;

import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a problem's {@code type} leads to: its page of the guide, without sign-in. */
@RestController
class ProblemPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
            <body><main>
            %s</main></body>
            </html>
            """;

    private final Map<String, String> pages = new HashMap<>();

    ProblemPages() throws IOException {
        Parser parser = Parser.builder().build();
        HtmlRenderer renderer = HtmlRenderer.builder().build();
        for (ProblemKind kind : ProblemKind.values()) {
            var file = new ClassPathResource("guide/problems/" + kind.slug() + ".md");
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            pages.put(kind.slug(), PAGE.formatted(kind.slug(), renderer.render(parser.parse(text))));
        }
    }

    @GetMapping("/problems/{slug}")
    ResponseEntity<String> page(@PathVariable String slug) {
        String page = pages.get(slug);
        if (page == null) {
            throw Problem.notFound();
        }
        return ResponseEntity.ok().contentType(HTML).body(page);
    }
}
