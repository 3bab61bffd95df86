package io.keyuan.browser;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * Pictures for people to judge, in {@code target/screenshots}. With {@code -Dimages.write=true} those that the README and the
 * guide show are renewed from them.
 */
final class Pictures {

    static final Path FOLDER = Path.of("target", "screenshots");
    private static final Path DOCUMENTS = Path.of("docs", "images");
    private static final Map<String, String> SHOWN = Map.ofEntries(
            entry("list-desk-en-us", "opportunities"),
            entry("record-desk-en-us", "opportunity"),
            entry("timeline-desk-zh-cn", "timeline"),
            entry("board-desk-zh-cn", "board"),
            entry("insight-desk-en-us", "insight"),
            entry("import-columns-desk", "import-columns"),
            entry("import-values-desk", "import-values"),
            entry("import-preview-desk", "import-preview"),
            entry("import-job-desk", "import-job"),
            entry("onboarding-desk-zh-cn", "onboarding"),
            entry("calendar-month-desk-zh-cn", "calendar"),
            entry("bulk-edit-desk", "bulk-edit"),
            entry("views-desk", "views"),
            entry("fields-desk-zh-cn", "document-fields"));

    private Pictures() {}

    static void keep(Visit visit, String name) {
        Path picture = FOLDER.resolve(name + ".png");
        visit.screenshot(picture);
        String shown = SHOWN.get(name);
        if (shown != null && Boolean.getBoolean("images.write")) {
            publish(picture, DOCUMENTS.resolve(shown + ".png"));
        }
    }

    private static void publish(Path picture, Path document) {
        try {
            Files.createDirectories(document.getParent());
            Files.copy(picture, document, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
