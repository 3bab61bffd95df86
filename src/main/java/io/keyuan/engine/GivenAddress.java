package io.keyuan.engine;

import io.keyuan.engine.address.Address;
import io.keyuan.engine.address.AddressPart;
import io.keyuan.engine.address.Countries;
import io.keyuan.engine.address.Division;
import io.keyuan.engine.address.Divisions;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of an address as somebody gives them, on the way to one that is right; what is wrong is told of each part. */
final class GivenAddress {

    private static final Pattern CHINESE_POSTCODE = Pattern.compile("[0-9]{6}");

    private final Map<?, ?> json;
    private final Map<AddressPart, String> said = new EnumMap<>(AddressPart.class);
    private final Map<String, BadValue> wrong = new LinkedHashMap<>();

    GivenAddress(Map<?, ?> json) {
        this.json = json;
    }

    boolean hasParts() {
        return json.keySet().stream().anyMatch(name -> !AddressType.TEXT.equals(name));
    }

    /** @param before what the record has; null for nothing */
    Address read(@Nullable Address before) throws BadValue {
        refuseUnknown();
        for (AddressPart part : AddressPart.values()) {
            clean(part);
        }
        settleCountry();
        if (Countries.CHINA.equals(said.get(AddressPart.COUNTRY))) {
            settleDivisions(before);
            refuse(AddressPart.POSTCODE, isSaid(AddressPart.POSTCODE) && !CHINESE_POSTCODE.matcher(said.get(AddressPart.POSTCODE)).matches(), "not-postcode");
        } else {
            refuseCodes();
        }
        if (!wrong.isEmpty()) {
            throw BadValue.of(wrong);
        }
        return new Address(
                said.get(AddressPart.COUNTRY), said.get(AddressPart.PROVINCE), said.get(AddressPart.CITY), said.get(AddressPart.DISTRICT),
                said.get(AddressPart.STREET), said.get(AddressPart.POSTCODE));
    }

    private void refuseUnknown() throws BadValue {
        Set<String> unknown = new TreeSet<>();
        json.keySet().forEach(name -> unknown.add(String.valueOf(name)));
        unknown.remove(AddressType.TEXT);
        for (AddressPart part : AddressPart.values()) {
            unknown.remove(part.code());
        }
        if (!unknown.isEmpty()) {
            throw new BadValue("not-address");
        }
    }

    private void clean(AddressPart part) {
        switch (json.get(part.code())) {
            case null -> {}
            case String text when text.isBlank() -> {}
            case String text -> {
                try {
                    said.put(part, TextType.line(text, part.maxLength()));
                } catch (BadValue bad) {
                    wrong.put(part.code(), bad);
                }
            }
            default -> refuse(part, true, "not-text");
        }
    }

    private boolean isSaid(AddressPart part) {
        return said.containsKey(part);
    }

    private void refuse(AddressPart part, boolean bad, String code, Object... args) {
        if (bad) {
            wrong.putIfAbsent(part.code(), new BadValue(code, args));
        }
    }

    /** A code of China's divisions says the country too. */
    private void settleCountry() {
        String country = said.get(AddressPart.COUNTRY);
        if (country == null && said.entrySet().stream().anyMatch(each -> each.getKey().isDivision() && Divisions.find(each.getValue()) != null)) {
            said.put(AddressPart.COUNTRY, Countries.CHINA);
        } else if (country != null) {
            String code = Countries.code(country);
            refuse(AddressPart.COUNTRY, code == null, "not-country");
            said.put(AddressPart.COUNTRY, code == null ? country : code);
        }
    }

    /** Filters by a code find what is in China. */
    private void refuseCodes() {
        said.forEach((part, text) -> refuse(part, part.isDivision() && Divisions.find(text) != null, "division-of-china"));
    }

    /** From the largest on, each in the one before; what lies between is added. */
    private void settleDivisions(@Nullable Address before) {
        Division at = null;
        for (AddressPart part : AddressPart.values()) {
            String text = part.isDivision() ? said.get(part) : null;
            Division found = text == null ? null : find(at, part, text);
            if (found != null) {
                at = found;
            } else if (text != null && at != null && part == AddressPart.CITY && isItself(at, text)) {
                said.remove(part);
            } else if (text != null && (before == null || !text.equals(before.part(part)))) {
                refuse(part, true, at == null ? "not-division" : "not-division-of", at == null ? new Object[0] : new Object[] {at.name()});
            }
        }
        settle(at);
    }

    /** What the state puts between Beijing and its districts is no place of its own. */
    private static boolean isItself(Division above, String text) {
        return Divisions.isNoPlace(text) && (!text.endsWith("00") || text.startsWith(above.code().substring(0, 2)))
                || above.isMunicipality() && text.equals(above.name());
    }

    /** By its code, or by its name, at its level. */
    private static @Nullable Division find(@Nullable Division above, AddressPart part, String text) {
        Division coded = Divisions.find(text);
        Divisions.Named named = coded == null ? Divisions.named(above, text) : null;
        Division found = named == null ? coded : named.division();
        return found != null && found.level() == part && (above == null || found.isIn(above)) ? found : null;
    }

    private void settle(@Nullable Division smallest) {
        for (AddressPart part : AddressPart.values()) {
            Division division = smallest != null && part.isDivision() ? smallest.at(part) : null;
            if (division != null) {
                said.put(part, division.code());
            } else if (smallest != null && part.isDivision() && part.compareTo(smallest.level()) < 0) {
                said.remove(part);
            }
        }
    }
}
