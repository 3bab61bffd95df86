package io.keyuan.engine.text;

/** Keeps text to what a database can store. */
final class Characters {
    private Characters() {}

    /** Makes control characters (NUL among them) blanks and leaves out surrogates without their partner. */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                return text.codePoints()
                        .filter(point -> point < 0xD800 || point > 0xDFFF)
                        .map(point -> Character.isISOControl(point) ? ' ' : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    /** The first so many chars, a pair of surrogates never cut in two. */
    static String first(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean cutsPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, cutsPair ? length - 1 : length);
    }
}
