package io.keyuan.engine.tables;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot say are written by workbooks as {@code _x000D_}, and what looks like that as {@code _x005F_x000D_}. */
final class SheetText {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** What would be read as an escape, be it complete by itself or by the one that follows. */
    private static final Pattern MISTAKABLE = Pattern.compile("_(?=x[0-9A-Fa-f]{4})");

    private SheetText() {}

    static String read(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher escaped = ESCAPED.matcher(text);
        return escaped.replaceAll(found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    static void write(String text, StringBuilder xml) {
        String safe = text.contains("_x") ? MISTAKABLE.matcher(text).replaceAll("_x005F_") : text;
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\n', '\t' -> xml.append(c);
                default -> {
                    if (c < ' ' || c >= '\uFFFE') {
                        xml.append("_x%04X_".formatted((int) c));
                    } else {
                        xml.append(c);
                    }
                }
            }
        }
    }
}
