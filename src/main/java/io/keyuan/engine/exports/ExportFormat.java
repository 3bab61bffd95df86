package io.keyuan.engine.exports;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of file. */
enum ExportFormat {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** In addresses, and at the end of names of files. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ExportFormat of(@Nullable String code) {
        for (ExportFormat format : values()) {
            if (code == null || format.code().equals(code)) {
                return format;
            }
        }
        throw Problem.of(ProblemKind.MALFORMED, Fault.at("format", "bad-parameter"));
    }
}
