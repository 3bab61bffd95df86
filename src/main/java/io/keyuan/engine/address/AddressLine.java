package io.keyuan.engine.address;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address as one line, the same for every reader, since lists, files, the history and the search box all have to say the same: in the Chinese
 * order where it is written in Chinese characters, else in the western one.
 */
final class AddressLine {

    private AddressLine() {}

    static String of(Address address) {
        if (address.isInChina()) {
            return chinese(address);
        }
        return isHan(address) ? largestFirst(address) : smallestFirst(address);
    }

    /** Without the country, which the province tells. */
    private static String chinese(Address address) {
        String divisions = divisions(address);
        String place = (divisions.isEmpty() ? country(address, Locale.SIMPLIFIED_CHINESE) : divisions) + address.name(AddressPart.STREET);
        return joined(" ", place, address.name(AddressPart.POSTCODE));
    }

    private static String divisions(Address address) {
        return address.name(AddressPart.PROVINCE) + address.name(AddressPart.CITY) + address.name(AddressPart.DISTRICT);
    }

    private static String largestFirst(Address address) {
        return joined(" ",
                country(address, Locale.SIMPLIFIED_CHINESE), address.name(AddressPart.PROVINCE), address.name(AddressPart.CITY),
                address.name(AddressPart.DISTRICT), address.name(AddressPart.STREET), address.name(AddressPart.POSTCODE));
    }

    private static String smallestFirst(Address address) {
        return joined(", ",
                address.name(AddressPart.STREET), address.name(AddressPart.DISTRICT), address.name(AddressPart.CITY),
                joined(" ", address.name(AddressPart.PROVINCE), address.name(AddressPart.POSTCODE)), country(address, Locale.ENGLISH));
    }

    private static String country(Address address, Locale language) {
        return address.country() == null ? "" : Countries.name(address.country(), language);
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }

    /** A country alone is written as the people write whose program this is. */
    private static boolean isHan(Address address) {
        String words = divisions(address) + address.name(AddressPart.STREET);
        return words.isEmpty() || words.codePoints().anyMatch(Character::isIdeographic);
    }
}
