package io.keyuan.engine.tables;

/**
 * Texts that a spreadsheet would take for formulas stand behind an apostrophe in files; whoever reads them back takes it away
 * again. A text that has such an apostrophe of its own gets another, so that every text comes back as it was.
 */
public final class Formulas {

    /** In Chinese and Japanese spreadsheets the wide ones mean the same. */
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private static final char MARK = '\'';

    private Formulas() {}

    /** For files in which text is all there is. */
    static String marked(String text) {
        return isMarkedOrFormula(text) ? MARK + text : text;
    }

    /** For files that say of a cell that it is text: only what would lose an apostrophe when it is read gets one. */
    static String kept(String text) {
        return text.indexOf(MARK) == 0 && isMarkedOrFormula(text) ? MARK + text : text;
    }

    /** What was meant by a cell. */
    public static String original(String cell) {
        return cell.indexOf(MARK) == 0 && isMarkedOrFormula(cell) ? cell.substring(1) : cell;
    }

    private static boolean isMarkedOrFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == MARK) {
            at++;
        }
        return at < text.length() && STARTS.indexOf(text.charAt(at)) >= 0;
    }
}
