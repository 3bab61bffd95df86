package io.keyuan.engine.text;

/**
 * Keys in the order of bytes.
 *
 * @param from the first that is among them
 * @param before the first behind that is not
 */
public record KeyRange(String from, String before) {

    /** All keys that begin so. */
    public static KeyRange beginning(String start) {
        int last = start.length() - 1;
        // The ends of keys' parts are signs of ASCII, of which the next one is the next byte, too.
        return new KeyRange(start, start.substring(0, last) + (char) (start.charAt(last) + 1));
    }
}
