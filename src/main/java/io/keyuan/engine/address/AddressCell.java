package io.keyuan.engine.address;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An address as a cell of a file says it where its line could be read otherwise: country, province, city, district, street and postcode with
 * {@code |} between, {@code US | Illinois | Springfield |  | 1 Main St | 62701}.
 */
public final class AddressCell {

    private static final char BETWEEN = '|';
    private static final char AS_IT_IS = '\\';

    private AddressCell() {}

    static String of(Address address) {
        return Arrays.stream(AddressPart.values()).map(part -> escaped(part == AddressPart.COUNTRY ? country(address) : named(address, part)))
                .collect(Collectors.joining(" " + BETWEEN + " "));
    }

    private static String country(Address address) {
        return Objects.requireNonNullElse(address.country(), "");
    }

    /** By its name where that leads back to it. */
    private static String named(Address address, AddressPart part) {
        String code = Objects.requireNonNullElse(address.part(part), "");
        Division division = address.isInChina() && part.isDivision() ? Divisions.find(code) : null;
        return division != null && isNamed(division) ? division.name() : code;
    }

    private static boolean isNamed(Division division) {
        Divisions.Named named = Divisions.named(division.above(), division.name());
        return named != null && named.division().equals(division);
    }

    private static String escaped(String part) {
        return part.replace("\\", "\\\\").replace("|", "\\|");
    }

    /** @return what each part says, blank for nothing; null where the text is no such cell */
    public static @Nullable Map<AddressPart, String> parts(String cell) {
        List<String> parts = split(cell);
        if (parts.size() != AddressPart.values().length || !parts.getFirst().isEmpty() && Countries.code(parts.getFirst()) == null) {
            return null;
        }
        Map<AddressPart, String> named = new EnumMap<>(AddressPart.class);
        for (AddressPart part : AddressPart.values()) {
            named.put(part, parts.get(part.ordinal()));
        }
        return named;
    }

    private static List<String> split(String cell) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == AS_IT_IS && i + 1 < cell.length()) {
                part.append(cell.charAt(++i));
            } else if (c == BETWEEN) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }
}
