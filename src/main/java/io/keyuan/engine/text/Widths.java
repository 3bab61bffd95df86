package io.keyuan.engine.text;

/** What Chinese keyboards type in full width where half width is meant, in numbers and addresses; each character stays where it is. */
public final class Widths {

    private static final char FIRST_WIDE = '\uFF01';
    private static final char LAST_WIDE = '\uFF5E';
    private static final int APART = FIRST_WIDE - '!';
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212\u30FC";

    private Widths() {}

    /** A telephone number: digits, signs and whatever dash. */
    public static String ofNumber(String typed) {
        String narrow = narrow(typed);
        StringBuilder number = new StringBuilder(narrow.length());
        narrow.chars().forEach(c -> number.append(DASHES.indexOf(c) >= 0 ? '-' : (char) c));
        return number.toString();
    }

    /** An address of mail, also with the full stop of Chinese for the point. */
    public static String ofMailbox(String typed) {
        return narrow(typed).replace('\u3002', '.');
    }

    /** A link as far as its host: in a path full width may be meant. */
    public static String ofLink(String typed) {
        String narrow = narrow(typed);
        int scheme = narrow.indexOf("://");
        if (scheme < 0) {
            return narrow.replace('\u3002', '.');
        }
        int end = scheme + 3;
        while (end < narrow.length() && "/?#".indexOf(narrow.charAt(end)) < 0) {
            end++;
        }
        return narrow.substring(0, end).replace('\u3002', '.') + typed.substring(end);
    }

    private static String narrow(String typed) {
        StringBuilder narrow = new StringBuilder(typed.length());
        typed.chars().forEach(c -> narrow.append(c == '\u3000' ? ' ' : c >= FIRST_WIDE && c <= LAST_WIDE ? (char) (c - APART) : (char) c));
        return narrow.toString();
    }
}
