package io.keyuan.browser;

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
    private static final Map<String, String> SHOWN = Map.of(
            "list-desk-en-us", "opportunities",
            "record-desk-en-us", "opportunity",
            "timeline-desk-zh-cn", "timeline",
            "board-desk-zh-cn", "board",
            "insight-desk-en-us", "insight",
            "import-columns-desk", "import-columns",
            "import-values-desk", "import-values",
            "import-preview-desk", "import-preview",
            "import-job-desk", "import-job");

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
