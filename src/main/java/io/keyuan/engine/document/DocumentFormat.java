package io.keyuan.engine.document;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a document is written as. */
public enum DocumentFormat {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("application/pdf");

    private final String mediaType;

    DocumentFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As in addresses, and the ending of a file's name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /** @throws Problem where there is no such format */
    public static DocumentFormat of(@Nullable String code) {
        return Arrays.stream(values()).filter(format -> format.code().equals(code)).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.MALFORMED, Fault.at("format", "bad-document-format")));
    }
}
