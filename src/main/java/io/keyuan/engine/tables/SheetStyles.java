package io.keyuan.engine.tables;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/** The formats of the cells of a workbook that is being written; one for each currency is made when it is met. */
final class SheetStyles {

    static final int HEADING = 1;
    static final int DAY = 2;
    static final int MOMENT = 3;

    private static final int FIRST_CURRENCY = 4;
    private static final int FIRST_FORMAT = 164;

    private final Map<String, Integer> currencies = new LinkedHashMap<>();

    int amount(String currency) {
        return currencies.computeIfAbsent(currency, any -> FIRST_CURRENCY + currencies.size());
    }

    /** The part of the workbook that says what they are. */
    String xml() {
        var formats = new StringBuilder(format(FIRST_FORMAT, "yyyy-mm-dd") + format(FIRST_FORMAT + 1, "yyyy-mm-dd hh:mm:ss"));
        var styles = new StringBuilder(style(0, 0) + style(0, 1) + style(FIRST_FORMAT, 0) + style(FIRST_FORMAT + 1, 0));
        int next = FIRST_FORMAT + 2;
        for (String currency : currencies.keySet()) {
            formats.append(format(next, "\"" + currency + " \"" + digits(currency)));
            styles.append(style(next, 0));
            next++;
        }
        return SheetWriter.XML + "<styleSheet xmlns=\"" + SheetWriter.MAIN + "\">"
                + "<numFmts count=\"" + (currencies.size() + 2) + "\">" + formats + "</numFmts>"
                + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + "<cellXfs count=\"" + (currencies.size() + FIRST_CURRENCY) + "\">" + styles + "</cellXfs></styleSheet>";
    }

    private static String digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits() == 0 ? "#,##0" : "#,##0.00##";
    }

    private static String format(int id, String code) {
        return "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + code.replace("\"", "&quot;") + "\"/>";
    }

    private static String style(int format, int font) {
        return "<xf numFmtId=\"" + format + "\" fontId=\"" + font + "\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>";
    }
}
