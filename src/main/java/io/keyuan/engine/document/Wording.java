package io.keyuan.engine.document;

import io.keyuan.engine.AddressType;
import io.keyuan.engine.AttachedFile;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.Choices;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Masked;
import io.keyuan.engine.Messages;
import io.keyuan.engine.Money;
import io.keyuan.engine.Ref;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.ValuePart;
import io.keyuan.engine.address.Address;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values as a letter says them, in one language and in the signs the company has settled. */
final class Wording {

    private static final Map<String, String> DATES =
            Map.of("iso", "uuuu-MM-dd", "yearFirst", "uuuu/MM/dd", "dayFirst", "dd/MM/uuuu", "monthFirst", "MM/dd/uuuu", "dots", "dd.MM.uuuu");

    private final Locale language;
    private final ZoneId zone;
    private final TenantSettings.Conventions conventions;
    private final ChoiceLists lists;
    private final Messages messages;
    private final Map<Attribute<?>, Map<String, String>> labels = new HashMap<>();

    Wording(Locale language, TenantSettings settings, ChoiceLists lists, Messages messages) {
        this.language = language;
        this.zone = settings.zone();
        this.conventions = settings.conventions();
        this.lists = lists;
        this.messages = messages;
    }

    String today() {
        return day(LocalDate.now(zone));
    }

    /** @param part as {@link Meaning#part} */
    String text(Attribute<?> attribute, @Nullable Object value, String part) {
        return switch (value) {
            case null -> "";
            case Masked masked -> masked.text();
            case String text -> text;
            // A year is no thousand of anything.
            case Long number -> Math.abs(number) < 10_000 ? number.toString() : number(BigDecimal.valueOf(number), 0);
            case BigDecimal number -> number(number, 0) + (attribute.type() instanceof DecimalType type && type.code().equals("percent") ? "%" : "");
            case Money money -> money(money, part);
            case Address address -> part.isEmpty() ? address.line() : named(attribute, address, part);
            case LocalDate day -> day(day);
            case Instant time -> moment(time);
            case Boolean yes -> yes ? messages.text(language, "export.yes") : no();
            case Choice choice -> label(attribute, choice.code());
            case Choices several -> several.codes().stream().map(code -> label(attribute, code))
                    .collect(Collectors.joining(language.equals(Languages.ENGLISH) ? ", " : "、"));
            case AttachedFile file -> file.name();
            case Ref ref -> ref.title() == null ? "" : ref.title();
            default -> value.toString();
        };
    }

    private String named(Attribute<?> attribute, Address address, String name) {
        ValuePart part = attribute.type().part(name);
        String named = part != null && attribute.type() instanceof AddressType type ? type.called(address, part, language) : null;
        return Objects.requireNonNullElse(named, "");
    }

    String no() {
        return messages.text(language, "export.no");
    }

    private String money(Money money, String part) {
        Currency currency = Currency.getInstance(money.currency());
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        if (part.equals("currency")) {
            return money.currency();
        }
        BigDecimal shortest = money.amount().stripTrailingZeros();
        int places = Math.max(decimals, Math.max(0, shortest.scale()));
        if (part.equals("value")) {
            return number(money.amount(), places);
        }
        var format = (DecimalFormat) NumberFormat.getCurrencyInstance(language);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        DecimalFormatSymbols signs = format.getDecimalFormatSymbols();
        settle(signs);
        signs.setMonetaryDecimalSeparator(signs.getDecimalSeparator());
        signs.setMonetaryGroupingSeparator(signs.getGroupingSeparator());
        format.setDecimalFormatSymbols(signs);
        return format.format(money.amount());
    }

    private String number(BigDecimal number, int places) {
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(language);
        settle(signs);
        var format = new DecimalFormat("#,##0", signs);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(20);
        return format.format(number);
    }

    private void settle(DecimalFormatSymbols signs) {
        switch (conventions.numberFormat()) {
            case "commaPoint" -> signs(signs, ',', '.');
            case "pointComma" -> signs(signs, '.', ',');
            case "spaceComma" -> signs(signs, '\u202F', ',');
            default -> { }
        }
    }

    private static void signs(DecimalFormatSymbols signs, char group, char decimal) {
        signs.setGroupingSeparator(group);
        signs.setDecimalSeparator(decimal);
    }

    private String day(LocalDate day) {
        return days().format(day);
    }

    private DateTimeFormatter days() {
        String pattern = DATES.get(conventions.dateFormat());
        return pattern == null ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language) : DateTimeFormatter.ofPattern(pattern, language);
    }

    private String moment(Instant time) {
        return days().format(time.atZone(zone)) + " " + DateTimeFormatter.ofPattern("HH:mm").format(time.atZone(zone));
    }

    private String label(Attribute<?> attribute, String code) {
        return labels.computeIfAbsent(attribute, this::labels).getOrDefault(code, code);
    }

    private Map<String, String> labels(Attribute<?> attribute) {
        return lists.of(attribute).items().stream().collect(Collectors.toMap(ChoiceList.Item::code, item -> messages.label(language, attribute, item)));
    }
}
