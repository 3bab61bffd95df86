package io.keyuan.help;

import io.keyuan.engine.Languages;
import io.keyuan.engine.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves the guide: the language is asked for in the address, else the reader's. */
@RestController
class GuideController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Pattern IMAGE = Pattern.compile("[a-z0-9-]+\\.png");
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Guide guide;

    GuideController(Guide guide) {
        this.guide = guide;
    }

    @GetMapping("/guide")
    ResponseEntity<Void> first() {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/guide/" + guide.first())).build();
    }

    @GetMapping("/guide/{page}")
    ResponseEntity<String> page(
            @PathVariable String page, @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        Locale language = lang == null ? Languages.ofCallerOr(accepted) : Languages.closest(Locale.forLanguageTag(lang));
        String html = guide.html(page, language);
        if (html == null) {
            throw Problem.notFound();
        }
        return ResponseEntity.ok().contentType(HTML).varyBy(HttpHeaders.ACCEPT_LANGUAGE).cacheControl(CacheControl.noCache()).body(html);
    }

    @GetMapping("/guide/images/{image}")
    ResponseEntity<Resource> image(@PathVariable String image) {
        var file = new ClassPathResource("guide/images/" + image);
        if (!IMAGE.matcher(image).matches() || !file.exists()) {
            throw Problem.notFound();
        }
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).cacheControl(CacheControl.maxAge(A_DAY).cachePublic()).body(file);
    }
}
