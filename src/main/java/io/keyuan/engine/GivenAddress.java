package io.keyuan.engine;

import io.keyuan.engine.address.Address;
import io.keyuan.engine.address.AddressPart;
import io.keyuan.engine.address.Countries;
import io.keyuan.engine.address.Division;
import io.keyuan.engine.address.Divisions;
import io.keyuan.engine.text.Folding;
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

    /** Some parts of an address, of which smaller divisions stay only as long as they lie in the ones that are said. */
    static Address of(SomeParts some, @Nullable Address before) throws BadValue {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        for (AddressPart part : AddressPart.values()) {
            parts.put(part.code(), before == null ? null : before.part(part));
        }
        parts.putAll(some.said());
        try {
            return new GivenAddress(parts).read();
        } catch (BadValue bad) {
            if (!leaveBehind(parts, some)) {
                throw bad;
            }
            return new GivenAddress(parts).read();
        }
    }

    /** Takes out the divisions below the largest part that is said, unless they are said too. */
    private static boolean leaveBehind(Map<String, @Nullable Object> parts, SomeParts some) {
        boolean below = false;
        boolean left = false;
        for (AddressPart part : AddressPart.values()) {
            boolean isSaid = !isBlank(some.said().get(part.code()));
            if (below && !isSaid && part.isDivision()) {
                left |= parts.remove(part.code()) != null;
            }
            below |= isSaid;
        }
        return left;
    }

    /** Whether anything is said beside how it reads. */
    boolean hasParts() {
        return json.entrySet().stream().anyMatch(each -> !AddressType.TEXT.equals(each.getKey()) && !isBlank(each.getValue()));
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    Address read() throws BadValue {
        refuseUnknown();
        for (AddressPart part : AddressPart.values()) {
            clean(part);
        }
        settleRegion();
        settleCountry();
        if (Countries.CHINA.equals(said.get(AddressPart.COUNTRY))) {
            settleDivisions();
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

    /** @throws BadValue where there is something that addresses do not have */
    void refuseUnknown() throws BadValue {
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

    /** The largest division that is said. */
    private Map.@Nullable Entry<AddressPart, String> largest() {
        return said.entrySet().stream().filter(each -> each.getKey().isDivision()).findFirst().orElse(null);
    }

    /** Where one has Hong Kong among China's provinces, it is the region that is meant. */
    private void settleRegion() {
        Map.Entry<AddressPart, String> largest = largest();
        if (largest == null) {
            return;
        }
        String country = said.get(AddressPart.COUNTRY);
        String region = Countries.region(largest.getValue());
        if (region != null && (country == null || Countries.CHINA.equals(Countries.code(country)))) {
            said.remove(largest.getKey());
            said.put(AddressPart.COUNTRY, region);
        }
    }

    /** A division of China says the country too, where no other can be meant. */
    private void settleCountry() {
        String country = said.get(AddressPart.COUNTRY);
        Map.Entry<AddressPart, String> largest = largest();
        if (country != null) {
            String code = Countries.code(country);
            refuse(AddressPart.COUNTRY, code == null, "not-country");
            said.put(AddressPart.COUNTRY, code == null ? country : code);
        } else if (largest != null) {
            boolean inChina = isOfChina(largest.getKey(), largest.getValue())
                    || said.entrySet().stream().anyMatch(each -> each.getKey().isDivision() && Divisions.find(each.getValue()) != null);
            refuse(AddressPart.COUNTRY, !inChina, "country-missing");
            if (inChina) {
                said.put(AddressPart.COUNTRY, Countries.CHINA);
            }
        }
    }

    /** In whatever script it is written. */
    private static Divisions.@Nullable Named named(@Nullable Division above, String text) {
        return Divisions.named(above, Folding.fold(text));
    }

    private static boolean isOfChina(AddressPart part, String name) {
        Divisions.Named named = named(null, name);
        return named != null && named.division().standsAs(part) && (named.sure() || part != AddressPart.DISTRICT);
    }

    /** Filters by a code find what is in China. */
    private void refuseCodes() {
        said.forEach((part, text) -> refuse(part, part.isDivision() && Divisions.find(text) != null, "division-of-china"));
    }

    /** From the largest on, each in the one before; what lies between is added. What is a division no more stays as the code it was. */
    private void settleDivisions() {
        Division at = null;
        String above = null;
        for (AddressPart part : AddressPart.values()) {
            String text = part.isDivision() ? said.get(part) : null;
            Division found = text == null ? null : find(at, part, text);
            if (found != null) {
                at = found;
                above = found.code();
                said.put(part, above);
            } else if (text != null && at != null && part == AddressPart.CITY && isItself(at, text)) {
                said.remove(part);
            } else if (text != null && above != null && Divisions.mayHaveBeen(text, above)) {
                above = text;
            } else if (text != null) {
                refuse(part, true, at == null ? "not-division" : "not-division-of", at == null ? new Object[0] : new Object[] {at.name()});
            }
        }
        settle(at);
    }

    /** What the state puts between Beijing and its districts is no place of its own, and Beijing once more says nothing new. */
    private static boolean isItself(Division above, String text) {
        return Divisions.isNoPlace(text) && (!text.endsWith("00") || text.startsWith(above.code().substring(0, 2)))
                || above.isMunicipality() && named(null, text) instanceof Divisions.Named named && above.equals(named.division());
    }

    /** By its code, or by its name, at its level; what a province governs itself may be said where districts are. */
    private @Nullable Division find(@Nullable Division above, AddressPart part, String text) {
        Division coded = Divisions.find(text);
        Divisions.Named named = coded == null ? named(above, text) : null;
        Division found = named == null ? coded : named.division();
        if (found == null || above != null && !found.isIn(above)) {
            return null;
        }
        return found.standsAs(part) || part == AddressPart.DISTRICT && found.isOfProvince() && !isSaid(AddressPart.CITY) ? found : null;
    }

    private void settle(@Nullable Division smallest) {
        for (AddressPart part : AddressPart.values()) {
            Division division = smallest != null && part.isDivision() ? smallest.at(part) : null;
            if (division != null) {
                said.put(part, division.code());
            } else if (smallest != null && part.isDivision() && (part.compareTo(smallest.level()) < 0 || smallest.code().equals(said.get(part)))) {
                said.remove(part);
            }
        }
    }
}
