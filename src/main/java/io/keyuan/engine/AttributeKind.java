package io.keyuan.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of attributes that a company may add. */
public enum AttributeKind {
    TEXT("text", ValueIndex.Kind.TEXT),
    LONG_TEXT("longText", null),
    NUMBER("number", ValueIndex.Kind.NUMBER),
    DECIMAL("decimal", ValueIndex.Kind.NUMBER),
    MONEY("money", ValueIndex.Kind.NUMBER),
    PERCENT("percent", ValueIndex.Kind.NUMBER),
    DATE("date", ValueIndex.Kind.DATE),
    TIME("time", ValueIndex.Kind.TIME),
    /** Two values, of which no index helps to find half of all records. */
    BOOLEAN("boolean", null),
    ADDRESS("address", ValueIndex.Kind.TEXT),
    CHOICE("choice", ValueIndex.Kind.TEXT),
    CHOICES("choices", null),
    URL("url", ValueIndex.Kind.TEXT),
    PHONE("phone", ValueIndex.Kind.TEXT),
    EMAIL("email", ValueIndex.Kind.TEXT),
    REFERENCE("reference", ValueIndex.Kind.REFERENCE),
    /** Looked for by a part of its name, which no index finds. */
    FILE("file", null);

    private static final int TEXT_LENGTH = 500;
    private static final int LONG_TEXT_LENGTH = 10_000;
    private static final int MAIL_LENGTH = 254;
    private static final int PHONE_LENGTH = 40;
    private static final int DECIMALS = 4;
    private static final int DECIMALS_OF_PERCENT = 2;

    private final String code;
    private final ValueIndex.@Nullable Kind index;

    AttributeKind(String code, ValueIndex.@Nullable Kind index) {
        this.code = code;
        this.index = index;
    }

    /** As it is stored, and as the API says it. */
    public String code() {
        return code;
    }

    /** Where values are looked up; null where no index would help. */
    public ValueIndex.@Nullable Kind index() {
        return index;
    }

    /** @return null where none is called so */
    public static @Nullable AttributeKind of(@Nullable String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst().orElse(null);
    }

    /**
     * That of an attribute's values, where they can be calculated.
     *
     * @return null where such values cannot be
     */
    public static @Nullable AttributeKind ofCalculated(AttributeType<?> type) {
        return switch (type) {
            case TextType text when text.form() == TextType.Form.LINE -> TEXT;
            case NumberType number -> NUMBER;
            case DecimalType decimal -> decimal.code().equals("percent") ? PERCENT : DECIMAL;
            case MoneyType money -> MONEY;
            case DateType date -> DATE;
            case TimeType time -> TIME;
            case BooleanType yesNo -> BOOLEAN;
            default -> null;
        };
    }

    public boolean isOfChoices() {
        return this == CHOICE || this == CHOICES;
    }

    /** Whether the search box may look for words of it. */
    public boolean isWords() {
        return this == TEXT || this == LONG_TEXT || this == URL || this == PHONE || this == EMAIL || this == CHOICES || this == ADDRESS;
    }

    /** Whether lists may be in its order. */
    boolean isOrdered() {
        return this != LONG_TEXT && this != CHOICES && this != FILE;
    }

    /** Whether objects that are part of others have such attributes: files hang on records that stand alone. */
    public boolean isOfParts() {
        return this != FILE;
    }

    /** Whether values may be added up. */
    boolean isSummed() {
        return this == NUMBER || this == DECIMAL || this == MONEY;
    }

    /** @param target where references point; null for other types */
    AttributeType<?> type(@Nullable ObjectType target) {
        return switch (this) {
            case TEXT -> new TextType(TextType.Form.LINE, TEXT_LENGTH);
            case LONG_TEXT -> new TextType(TextType.Form.LINES, LONG_TEXT_LENGTH);
            case NUMBER -> new NumberType();
            case DECIMAL -> new DecimalType(DECIMALS, false);
            case MONEY -> new MoneyType();
            case PERCENT -> new DecimalType(DECIMALS_OF_PERCENT, true);
            case DATE -> new DateType();
            case TIME -> new TimeType();
            case BOOLEAN -> new BooleanType();
            case ADDRESS -> new AddressType();
            case CHOICE -> new ChoiceType(null, List.of());
            case CHOICES -> new MultiChoiceType(List.of());
            case URL -> new TextType(TextType.Form.URL, TEXT_LENGTH);
            case PHONE -> new TextType(TextType.Form.PHONE, PHONE_LENGTH);
            case EMAIL -> new TextType(TextType.Form.EMAIL, MAIL_LENGTH);
            case REFERENCE -> ReferenceType.to(java.util.Objects.requireNonNull(target));
            case FILE -> new FileType();
        };
    }
}
