package io.keyuan.documents;

import io.keyuan.engine.document.DocumentFormat;

/** What files of documents are called. */
final class DocumentNames {

    private static final int LONGEST = 80;

    private DocumentNames() {}

    /** Of the template and the record; what file systems do not take is left out. */
    static String of(String template, String record, DocumentFormat format) {
        return part(template) + "-" + part(record) + "." + format.code();
    }

    /** Of the template alone; {@code ending} without its dot. */
    static String of(String template, String ending) {
        return part(template) + "." + ending;
    }

    private static String part(String words) {
        String clean = words.replaceAll("[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}]+", " ").strip();
        return clean.codePointCount(0, clean.length()) <= LONGEST ? clean : clean.substring(0, clean.offsetByCodePoints(0, LONGEST));
    }
}
