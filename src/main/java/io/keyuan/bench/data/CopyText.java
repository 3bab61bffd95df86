package io.keyuan.bench.data;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of {@code COPY}. */
final class CopyText {

    private static final String NULL = "\\N";

    private final StringBuilder text = new StringBuilder(1 << 20);
    private boolean first = true;

    CopyText cell(@Nullable Object value) {
        if (!first) {
            text.append('\t');
        }
        first = false;
        if (value == null) {
            text.append(NULL);
        } else if (value instanceof String written) {
            escape(written);
        } else {
            text.append(value);
        }
        return this;
    }

    void endRow() {
        text.append('\n');
        first = true;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void escape(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
