package io.keyuan.engine;

import io.keyuan.engine.text.SortKey;
import io.keyuan.engine.text.Widths;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text, of one line or several, or of a form that can be checked: e-mail, telephone, web address. */
public final class TextType extends AttributeType<String> {

    /** What kind of text. */
    public enum Form {
        LINE("text"),
        LINES("text"),
        EMAIL("email"),
        PHONE("phone"),
        URL("url"),
        REGISTER_CODE("text");

        private final String code;

        Form(String code) {
            this.code = code;
        }
    }

    private static final Pattern EMAIL = Pattern.compile("[^\\s@\"<>(),;]+@[^\\s@\"<>(),;]+\\.[^\\s@\"<>(),;.]+");
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()/.\\-]{2,}(?:(?:x|ext\\.?|转|轉)\\s*[0-9]+)?");
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

    private final Form form;
    private final int maxLength;

    TextType(Form form, int maxLength) {
        this.form = form;
        this.maxLength = maxLength;
    }

    public Form form() {
        return form;
    }

    /** In UTF-16 code units. */
    public int maxLength() {
        return maxLength;
    }

    @Override
    public String code() {
        return form.code;
    }

    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        var text = Column.of(column, "text", "''");
        return attribute.isKeyed() ? List.of(text, Column.writtenOnly(column + "_key", "text", "''")) : List.of(text);
    }

    @Override
    public @Nullable String read(ResultSet row, int at) throws SQLException {
        return row.getString(at);
    }

    @Override
    public void bind(@Nullable String value, @Nullable Object[] cells) {
        cells[0] = value;
        if (cells.length > 1) {
            cells[1] = value == null ? null : SortKey.of(value);
        }
    }

    /** By its key, where it has one. */
    @Override
    public Column sorted(List<Column> columns) {
        return columns.getLast();
    }

    /** Text of one line that is no attribute's. */
    static String line(Object json, int maxLength) throws BadValue {
        return new TextType(Form.LINE, maxLength).clean(json);
    }

    /** Text of several lines that is no attribute's. */
    public static String lines(Object json, int maxLength) throws BadValue {
        return new TextType(Form.LINES, maxLength).clean(json);
    }

    @Override
    public String coerce(Object json, Coercion context) throws BadValue {
        return clean(json);
    }

    private String clean(Object json) throws BadValue {
        if (!(json instanceof String text)) {
            throw new BadValue("not-text");
        }
        String stripped = form == Form.LINES ? text.strip() : text.strip().replaceAll("[\\r\\n\\t]+", " ");
        checkCharacters(stripped);
        String clean = switch (form) {
            case REGISTER_CODE -> RegisterCode.written(stripped);
            case PHONE -> Widths.ofNumber(stripped);
            case EMAIL -> Widths.ofMailbox(stripped);
            case URL -> Widths.ofLink(stripped);
            case LINE, LINES -> stripped;
        };
        if (clean.length() > maxLength) {
            throw new BadValue("too-long", maxLength, clean.length());
        }
        if (!clean.isEmpty()) {
            checkForm(clean);
        }
        return clean;
    }

    /** @throws BadValue where the text has a character that cannot be stored */
    public static void checkCharacters(String text) throws BadValue {
        int bad = badCharacter(text);
        if (bad > 0) {
            throw new BadValue("bad-character", bad);
        }
    }

    /** Whether the database can be asked for this text. */
    public static boolean isStorable(String text) {
        return badCharacter(text) == 0;
    }

    /** PostgreSQL stores no NUL, and half a surrogate pair is no character: both would fail far from their cause. */
    private static int badCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return i + 1;
            }
        }
        return 0;
    }

    private void checkForm(String text) throws BadValue {
        switch (form) {
            case EMAIL -> check(EMAIL, text, "not-email");
            case PHONE -> check(PHONE, text, "not-phone");
            case URL -> check(URL, text, "not-url");
            case REGISTER_CODE -> {
                if (!RegisterCode.isValid(text)) {
                    throw new BadValue("not-register-code");
                }
            }
            case LINE, LINES -> {}
        }
    }

    private static void check(Pattern pattern, String text, String code) throws BadValue {
        if (!pattern.matcher(text).matches()) {
            throw new BadValue(code);
        }
    }

    @Override
    public Object json(String value) {
        return value;
    }

    @Override
    public String revive(Object json) {
        return (String) json;
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.TEXT;
    }
}
