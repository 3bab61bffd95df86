package io.keyuan.engine.address;

import io.keyuan.engine.text.KeyRange;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where something is. Of China, province, city and district are codes of {@linkplain Divisions divisions}, each in the one before, be they of
 * some that are no more; of other countries they are what people write. No part is blank.
 *
 * @param country ISO 3166-1 alpha-2
 * @param street all that is smaller than a district
 */
public record Address(
        @Nullable String country, @Nullable String province, @Nullable String city, @Nullable String district, @Nullable String street,
        @Nullable String postcode) {

    private static final Address NOWHERE = new Address(null, null, null, null, null, null);

    private static final int LONGEST_IN_KEY = 80;
    private static final char END = '/';

    /** What was no division of China when it was given, or is none any more, is written like this. */
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    /** Where what people write freely is: before China and behind it. */
    private static final List<KeyRange> ELSEWHERE = List.of(
            new KeyRange(String.valueOf(END), Countries.CHINA + END), new KeyRange(KeyRange.beginning(Countries.CHINA + END).before(), "a"));

    /** In China, in the smallest division that is known of it. */
    static Address in(Division division, @Nullable String street, @Nullable String postcode) {
        return new Address(
                Countries.CHINA, code(division, AddressPart.PROVINCE), code(division, AddressPart.CITY), code(division, AddressPart.DISTRICT), street,
                postcode);
    }

    private static @Nullable String code(Division division, AddressPart part) {
        Division found = division.at(part);
        return found == null ? null : found.code();
    }

    /** Of what is {@linkplain #asked asked} for each part. */
    public static Address ofAsked(Function<AddressPart, @Nullable String> asked) {
        String city = asked.apply(AddressPart.CITY);
        Division whole = Divisions.find(city);
        return new Address(
                asked.apply(AddressPart.COUNTRY), asked.apply(AddressPart.PROVINCE), whole != null && whole.isMunicipality() ? null : city,
                asked.apply(AddressPart.DISTRICT), asked.apply(AddressPart.STREET), asked.apply(AddressPart.POSTCODE));
    }

    static Address street(String street) {
        return new Address(null, null, null, null, street, null);
    }

    public @Nullable String part(AddressPart part) {
        return switch (part) {
            case COUNTRY -> country;
            case PROVINCE -> province;
            case CITY -> city;
            case DISTRICT -> district;
            case STREET -> street;
            case POSTCODE -> postcode;
        };
    }

    /**
     * What filters, groups, formulas and templates find where they ask for a part: the part; where they ask for the city of Beijing and its
     * like, which have none, the municipality.
     */
    public @Nullable String asked(AddressPart part) {
        Division whole = part == AddressPart.CITY && city == null && isInChina() ? Divisions.find(province) : null;
        return whole != null && whole.isMunicipality() ? whole.code() : part(part);
    }

    public boolean isNowhere() {
        return equals(NOWHERE);
    }

    boolean isInChina() {
        return Countries.CHINA.equals(country);
    }

    /** A part as people read it: divisions by their names, what is no division any more by its code, countries by their code; empty for none. */
    public String name(AddressPart part) {
        String value = part(part);
        Division division = isInChina() && part.isDivision() ? Divisions.find(value) : null;
        return division != null ? division.name() : Objects.requireNonNullElse(value, "");
    }

    /** As one line, in the order of the country: 广东省深圳市南山区科技园南区1号 518057; 1 Main St, Springfield, Illinois 62701, United States. */
    public String line() {
        return AddressLine.of(this);
    }

    /** As the cell of a file says it, from which {@link AddressReading} makes it again. */
    public String cell() {
        String line = line();
        return AddressCell.parts(line) == null && equals(AddressReading.of(line)) ? line : AddressCell.of(this);
    }

    /**
     * By what it sorts and is found, in the order of bytes: country, province, city, district and street, with a slash behind each. Parts that
     * people write freely have their slashes taken out, so that each begins where one expects it.
     */
    public String key() {
        StringBuilder key = new StringBuilder();
        Stream.of(country, province, city, district).forEach(part -> key.append(part == null ? "" : keyed(part)).append(END));
        return street == null ? key.toString() : key.append(keyed(street)).toString();
    }

    private static String keyed(String part) {
        String plain = part.replace(END, ' ');
        if (plain.length() <= LONGEST_IN_KEY) {
            return plain;
        }
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(LONGEST_IN_KEY - 1)) ? LONGEST_IN_KEY - 1 : LONGEST_IN_KEY);
    }

    /**
     * Where the keys of all addresses are of which this is {@linkplain #asked asked}.
     *
     * @return nowhere where keys cannot tell
     */
    public static List<KeyRange> keys(AddressPart part, String value) {
        if (part == AddressPart.COUNTRY) {
            return value.isEmpty() || value.indexOf(END) >= 0 ? List.of() : List.of(KeyRange.beginning(value + END));
        }
        Division division = part.isDivision() ? Divisions.find(value) : null;
        if (division != null && division.standsAs(part)) {
            return List.of(KeyRange.beginning(keyOf(division)));
        }
        return part.isDivision() && !CODE.matcher(value).matches() ? ELSEWHERE : List.of();
    }

    private static String keyOf(Division division) {
        StringBuilder key = new StringBuilder(Countries.CHINA).append(END);
        Arrays.stream(AddressPart.values())
                .filter(each -> each.isDivision() && each.compareTo(division.level()) <= 0)
                .forEach(each -> key.append(Objects.requireNonNullElse(code(division, each), "")).append(END));
        return key.toString();
    }

    @Override
    public String toString() {
        return line();
    }
}
