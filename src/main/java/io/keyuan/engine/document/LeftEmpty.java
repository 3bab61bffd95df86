package io.keyuan.engine.document;

import java.util.Locale;

/**
 * Something a template asks for that a document does not say.
 *
 * @param path as the template writes it
 */
public record LeftEmpty(String path, Why why) {

    /** The reason. */
    public enum Why {
        /** There is no such attribute, or none any more. */
        UNKNOWN,
        /** The caller may not read the attribute. */
        ATTRIBUTE,
        /** The caller may not see the record it is of. */
        RECORD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
