package io.keyuan.engine.imports;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How texts are compared where people may write the same thing in different ways. */
final class Words {

    private Words() {}

    /** Without regard to case, width and white space: {@code GTXPro} is {@code gtx pro}. */
    static String alike(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}]+", "");
    }

    /** Without regard to punctuation either: {@code close_date} is {@code closeDate}. */
    static String header(String text) {
        return alike(text).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** What stands between commas. */
    static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }
}
