package io.keyuan.engine.tables;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names files that are no text by the bytes they begin with. */
final class BinaryFormat {
    private static final String ZIP = "504b0304";
    private static final Map<String, String> BY_FIRST_BYTES = new LinkedHashMap<>();

    static {
        BY_FIRST_BYTES.put("d0cf11e0a1b11ae1", "xls");
        BY_FIRST_BYTES.put("255044462d", "pdf");
        BY_FIRST_BYTES.put("89504e470d0a1a0a", "png");
        BY_FIRST_BYTES.put("ffd8ff", "jpeg");
        BY_FIRST_BYTES.put("474946383761", "gif");
        BY_FIRST_BYTES.put("474946383961", "gif");
        BY_FIRST_BYTES.put("1f8b08", "gzip");
        BY_FIRST_BYTES.put("526172211a07", "rar");
        BY_FIRST_BYTES.put("377abcaf271c", "7z");
    }

    private BinaryFormat() {}

    /** The format of a file that begins so, if it is one of those people mistake for a table. */
    static Optional<String> of(byte[] head) {
        String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 8));
        if (hex.startsWith(ZIP)) {
            return Optional.of(zipFormat(head));
        }
        return BY_FIRST_BYTES.entrySet().stream()
                .filter(format -> hex.startsWith(format.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The office formats are zip files whose first entries tell them apart. */
    private static String zipFormat(byte[] head) {
        String names = new String(head, StandardCharsets.ISO_8859_1);
        if (names.contains("xl/")) {
            return "xlsx";
        }
        if (names.contains("word/")) {
            return "docx";
        }
        return names.contains("opendocument.spreadsheet") ? "ods" : "zip";
    }
}
