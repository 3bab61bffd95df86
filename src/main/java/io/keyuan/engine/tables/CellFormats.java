package io.keyuan.engine.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the numbers in cells are shown as: to Excel a date is a number with a format. */
final class CellFormats {

    /** What a number stands for. */
    enum Kind {
        NUMBER,
        PERCENT,
        DATE,
        TIME_OF_DAY,
        DATE_AND_TIME
    }

    private static final Set<Integer> DATES = Set.of(14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
    private static final Set<Integer> TIMES = Set.of(18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56);
    private static final int BOTH = 22;
    private static final Set<Integer> PERCENTS = Set.of(9, 10);

    /** A currency that stands as a word before or behind the digits. */
    private static final Pattern CURRENCY = Pattern.compile("\"\\s*([A-Z]{3})\\s*\"");

    private final Map<Integer, Kind> own = new HashMap<>();
    private final Map<Integer, String> ownCurrencies = new HashMap<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Optional<String>> currencies = new ArrayList<>();
    private boolean cells;

    static CellFormats of(Workbook workbook) throws IOException {
        CellFormats formats = new CellFormats();
        if (workbook.has(workbook.styles())) {
            workbook.each(workbook.styles(), formats::read);
        }
        return formats;
    }

    /** @param style the number of the style of a cell; null where it has none */
    Kind kind(@Nullable String style) {
        try {
            int at = style == null ? 0 : Integer.parseInt(style);
            return at >= 0 && at < kinds.size() ? kinds.get(at) : Kind.NUMBER;
        } catch (NumberFormatException none) {
            return Kind.NUMBER;
        }
    }

    /** @return the currency that is shown with the number; null where there is none */
    @Nullable String currency(@Nullable String style) {
        int at = number(style);
        return style != null && at >= 0 && at < currencies.size() ? currencies.get(at).orElse(null) : null;
    }

    private void read(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "numFmt" -> {
                int id = number(xml.getAttributeValue(null, "numFmtId"));
                own.put(id, ofCode(xml.getAttributeValue(null, "formatCode")));
                ofCurrency(xml.getAttributeValue(null, "formatCode")).ifPresent(currency -> ownCurrencies.put(id, currency));
            }
            case "cellXfs" -> cells = true;
            case "cellStyles", "dxfs" -> cells = false;
            case "xf" -> {
                if (cells) {
                    int id = number(xml.getAttributeValue(null, "numFmtId"));
                    kinds.add(ofId(id));
                    currencies.add(Optional.ofNullable(ownCurrencies.get(id)));
                }
            }
            default -> {}
        }
    }

    private static Optional<String> ofCurrency(@Nullable String code) {
        Matcher said = CURRENCY.matcher(code == null ? "" : code);
        return said.find() ? Optional.of(said.group(1)).filter(CellFormats::isCurrency) : Optional.empty();
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream().anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private Kind ofId(int id) {
        Kind known = own.get(id);
        if (known != null) {
            return known;
        }
        return DATES.contains(id) ? Kind.DATE
                : TIMES.contains(id) ? Kind.TIME_OF_DAY
                : id == BOTH ? Kind.DATE_AND_TIME
                : PERCENTS.contains(id) ? Kind.PERCENT : Kind.NUMBER;
    }

    /** By the letters outside of quotes and brackets; the part for positive numbers says it all. */
    static Kind ofCode(@Nullable String code) {
        String letters = code == null ? "" : code
                .replaceAll("\\\\.|_.|\\*.|\"[^\"]*\"", "")
                .replaceAll("\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]", "")
                .split(";", 2)[0]
                .toLowerCase(java.util.Locale.ROOT)
                .replace("general", "");
        boolean date = letters.matches("(?s).*[yde年月日].*") && !letters.matches("(?s).*[0#].*[e][+-].*");
        boolean time = letters.matches("(?s).*[hs].*");
        if (date && time) {
            return Kind.DATE_AND_TIME;
        }
        return date || letters.contains("m") && !time ? Kind.DATE
                : time ? Kind.TIME_OF_DAY
                : letters.contains("%") ? Kind.PERCENT : Kind.NUMBER;
    }
}
