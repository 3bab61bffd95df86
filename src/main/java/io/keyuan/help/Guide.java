package io.keyuan.help;

import io.keyuan.engine.Languages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The guide's pages in their order, as HTML. */
@Component
class Guide {

    private static final String FOLDER = "guide/";
    private static final Pattern IN_CONTENTS = Pattern.compile("\\[([a-z0-9-]+)\\.md]\\(\\1\\.md\\)");
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    /** Words around the pages, in the order of their places in the frame. */
    private static final Map<Locale, List<String>> WORDS = Map.of(
            Locale.ENGLISH, List.of("Keyuan guide", "Contents", "To the console"),
            Locale.SIMPLIFIED_CHINESE, List.of("客缘使用指南", "目录", "进入系统"),
            Locale.TRADITIONAL_CHINESE, List.of("客緣使用指南", "目錄", "進入系統"));

    private final Map<String, GuidePage> pages = new LinkedHashMap<>();
    private final String frame;
    private final Map<String, String> made = new ConcurrentHashMap<>();
    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).sanitizeUrls(true).build();

    Guide() throws IOException {
        frame = read("help/frame.html");
        Matcher listed = IN_CONTENTS.matcher(read(FOLDER + "README.md"));
        while (listed.find()) {
            String name = listed.group(1);
            pages.put(name, GuidePage.of(name, read(FOLDER + name + ".md")));
        }
    }

    private static String read(String file) throws IOException {
        return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    }

    String first() {
        return pages.keySet().iterator().next();
    }

    /** @return null where there is no such page */
    @Nullable String html(String name, Locale language) {
        GuidePage page = pages.get(name);
        return page == null ? null : made.computeIfAbsent(name + " " + language, any -> html(page, language));
    }

    private String html(GuidePage page, Locale language) {
        List<String> words = WORDS.getOrDefault(language, List.of("", "", ""));
        return frame.replace("${language}", language.toLanguageTag())
                .replace("${guide}", words.get(0))
                .replace("${contents}", words.get(1))
                .replace("${console}", words.get(2))
                .replace("${title}", HtmlUtils.htmlEscape(page.title(language)))
                .replace("${list}", list(page, language))
                .replace("${languages}", languages(page, language))
                .replace("${text}", text(page, language));
    }

    private String list(GuidePage shown, Locale language) {
        StringBuilder list = new StringBuilder();
        pages.values().forEach(page -> list.append("<li><a href=\"/guide/").append(page.name()).append("?lang=").append(language.toLanguageTag())
                .append('"').append(page == shown ? " aria-current=\"page\"" : "").append('>').append(HtmlUtils.htmlEscape(page.title(language)))
                .append("</a></li>\n"));
        return list.toString();
    }

    private static String languages(GuidePage page, Locale language) {
        StringBuilder links = new StringBuilder();
        for (Locale each : Languages.all()) {
            String tag = each.toLanguageTag();
            links.append("<a href=\"/guide/").append(page.name()).append("?lang=").append(tag).append("\" lang=\"").append(tag).append("\" hreflang=\"")
                    .append(tag).append('"').append(each.equals(language) ? " aria-current=\"true\"" : "").append('>')
                    .append(GuidePage.NAMES.get(each)).append("</a>\n");
        }
        return links.toString();
    }

    /** Addresses within the guide are those of its files; here they are those of its pages. */
    private String text(GuidePage page, Locale language) {
        return renderer.render(parser.parse(page.text(language)))
                .replace("src=\"../images/", "src=\"/guide/images/")
                .replaceAll("href=\"([a-z0-9-]+)\\.md(#[^\"]*)?\"", "href=\"/guide/$1?lang=" + language.toLanguageTag() + "$2\"")
                .replaceAll("href=\"problems/([a-z-]+)\\.md\"", "href=\"/problems/$1\"");
    }
}
