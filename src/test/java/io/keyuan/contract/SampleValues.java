package io.keyuan.contract;

import io.keyuan.engine.AddressType;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.BooleanType;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.DateType;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.FileType;
import io.keyuan.engine.IdType;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.Option;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.RegisterCode;
import io.keyuan.engine.TextType;
import io.keyuan.engine.TimeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values that suit an attribute, by its type alone, as JSON says them in an answer: what is sent is what is read back. The
 * same number gives the same value, different numbers give different ones where the type has enough.
 */
final class SampleValues {

    /** Text this short is a code, and codes that short are of currencies. */
    private static final int CODE_LENGTH = 3;

    private static final List<String> CODES = List.of("USD", "EUR", "JPY", "GBP", "HKD", "TWD", "KRW", "CHF");
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 1, 1);
    private static final Instant FIRST_TIME = Instant.parse("2017-01-01T00:00:00.123456Z");

    private SampleValues() {}

    /** @return null where only something other than the type can say: references, files and lines, and choices nobody has made */
    static @Nullable Object of(Attribute<?> attribute, int number) {
        return switch (attribute.type()) {
            case TextType text -> text(attribute, text, number);
            case NumberType whole -> lowest(attribute) + number;
            case DecimalType decimal -> lowest(attribute) + within(attribute, number) + ".5";
            case MoneyType money -> Map.of("amount", (100 - number % 50) + ".50", "currency", "CNY");
            case AddressType address -> address(number);
            case DateType date -> FIRST_DAY.plusYears(100L * datesBefore(attribute)).plusDays(number * 40L).toString();
            case TimeType time -> FIRST_TIME.plus(number * 31L, ChronoUnit.HOURS).toString();
            case BooleanType yesNo -> number % 2 == 1;
            case ChoiceType choice -> choice(begun(attribute, options(attribute)), number);
            case MultiChoiceType several -> choices(options(attribute), number);
            case ReferenceType reference -> null;
            case FileType file -> null;
            case LinesType lines -> null;
            case IdType id -> throw new IllegalArgumentException(attribute + " is the system's");
        };
    }

    /** Those the program begins with, or those that {@link AddedToCompany} does. */
    private static List<Option> options(Attribute<?> attribute) {
        boolean added = attribute.definition() != null || attribute.object().part() != null;
        return added ? List.of(Option.option("one"), Option.option("two")) : attribute.type().options();
    }

    private static String text(Attribute<?> attribute, TextType type, int number) {
        return switch (type.form()) {
            case LINE -> type.maxLength() <= CODE_LENGTH ? CODES.get(number % CODES.size()) : line(attribute, type, number);
            case LINES -> "第一行 " + number + "\nsecond line of " + attribute.name();
            case EMAIL -> "someone" + number + "@example.com";
            case PHONE -> "+86 21 6391 " + (1000 + number);
            case URL -> "https://example.com/" + number;
            case REGISTER_CODE -> RegisterCode.example(number);
        };
    }

    /** In China, where no part but the street is what people write, or somewhere else. */
    private static Map<String, Object> address(int number) {
        return number % 2 == 0
                ? Map.of("country", "CN", "province", "440000", "city", "440300", "district", "440305", "street", "科技园南路" + number + "号",
                        "text", "广东省深圳市南山区科技园南路" + number + "号")
                : Map.of("country", "US", "province", "Illinois", "city", "Springfield", "street", number + " Main St", "postcode", "62701",
                        "text", number + " Main St, Springfield, Illinois 62701, United States");
    }

    /** What a definition names later happens later. */
    private static long datesBefore(Attribute<?> attribute) {
        return attribute.object().attributes().stream()
                .takeWhile(each -> !each.equals(attribute))
                .filter(each -> each.type() instanceof DateType)
                .count();
    }

    /** Lower case, since some attributes are. */
    private static String line(Attribute<?> attribute, TextType type, int number) {
        String text = number + " 华东科技 " + attribute.name().toLowerCase(Locale.ROOT);
        return text.substring(0, Math.min(type.maxLength(), text.length())).strip();
    }

    /** However many records there are, no more than may be. */
    private static long within(Attribute<?> attribute, int number) {
        return attribute.max() == null ? number : number % (attribute.max().longValue() - lowest(attribute));
    }

    private static long lowest(Attribute<?> attribute) {
        return attribute.min() == null ? 1 : attribute.min().longValue();
    }

    /** One, or two of them in their order. */
    private static @Nullable Object choices(List<Option> options, int number) {
        int first = options.isEmpty() ? 0 : number % options.size();
        List<String> codes = options.stream().skip(first).limit(1L + number % 2).map(Option::code).toList();
        return codes.isEmpty() ? null : codes;
    }

    /** What has come to its end has values that rules give it: what stands on a board is at one of its first stages. */
    private static List<Option> begun(Attribute<?> attribute, List<Option> options) {
        return attribute.equals(attribute.object().board())
                ? options.stream().filter(option -> Objects.equals(option.meaning(), options.getFirst().meaning())).toList()
                : options;
    }

    private static @Nullable Object choice(List<Option> options, int number) {
        return options.isEmpty() ? null : options.get(number % options.size()).code();
    }
}
