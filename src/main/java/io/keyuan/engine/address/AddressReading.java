package io.keyuan.engine.address;

import io.keyuan.engine.text.Folding;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an address as people write it. Divisions of China are recognised where it begins: 广东省深圳市南山区…, 广东深圳南山区…, 北京市海淀区…, 深圳市南山区…,
 * in traditional characters, with blanks, commas or 市辖区 between. A name without its ending, as 中山 or 三亚, is one only where another
 * division, a separator or nothing follows (中山路 and 三亚湾路 are streets), and a district only behind what it lies in (there are 东区 and 矿区
 * everywhere). What is not understood is the street: nothing is lost.
 */
public final class AddressReading {

    private static final int LONGEST_NAME = 16;

    /** More than any address has. */
    private static final int LONGEST = 500;

    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、/·\\-]*");
    /** What comes behind may begin with a sign of its own: -1层. */
    private static final Pattern BEHIND = Pattern.compile("[\\s,，]*");
    private static final Pattern CHINA = Pattern.compile("中华人民共和国|中国");
    private static final Pattern ENDS = Pattern.compile("$|[\\s,，、;；:：]");

    /** After a name: it is part of the name of a street, or of something else that stands in one. */
    private static final String NAMES_A_STREET = "[东西南北中]?[一二三四五六七八九十0-9]*"
            + "(?:路|街|大道|大街|道|巷|弄|里|桥|胡同|大学|大厦|大楼|广场|饭店|酒店|宾馆|银行|医院|公园|花园|中心|城|村|站)";

    private static final Pattern REGION =
            Pattern.compile("(?:(?:中华人民共和国|中国)\\s*)?(香港|澳门|台湾)(?:特别行政区|省|(?!" + NAMES_A_STREET + "))");
    private static final Pattern POSTCODE_FIRST = Pattern.compile("([0-9]{6})(?![0-9])");
    private static final Pattern POSTCODE_LAST = Pattern.compile("(?:^|[\\s,，]+|[\\s,，(（]*(?:邮编|邮政编码)[:：\\s]*)([0-9]{6})[)）]?$");

    /** Whose names end addresses of another country: Atlanta, Georgia. */
    private static final Set<String> STATES_TOO = Set.of("GE");

    private final String text;
    /** The same in the form in which names are compared, character by character. */
    private final String folded;

    private AddressReading(String text) {
        this.text = text;
        String plain = Folding.fold(text);
        this.folded = plain.length() == text.length() ? plain : text;
    }

    /** A division, and where the text goes on behind it. */
    private record Found(Division division, int end) {}

    /** @param text not blank, of one line */
    public static Address of(String text) {
        return text.length() > LONGEST ? Address.street(text.strip()) : new AddressReading(text.strip()).read();
    }

    private Address read() {
        Matcher region = at(REGION, 0);
        if (region != null) {
            return in(Countries.code(region.group(1)), text.substring(past(BEHIND, region.end())));
        }
        Matcher first = at(POSTCODE_FIRST, 0);
        String postcode = first == null ? null : first.group(1);
        int start = past(BETWEEN, first == null ? 0 : first.end());
        Matcher china = at(CHINA, start);
        Found found = find(china == null ? start : past(BETWEEN, china.end()), null);
        if (found != null) {
            return inChina(Address.in(found.division(), null, postcode), found.end());
        }
        // 中国银行 is a bank.
        return china != null && at(ENDS, china.end()) != null
                ? inChina(new Address(Countries.CHINA, null, null, null, null, postcode), china.end())
                : elsewhere();
    }

    private Address inChina(Address place, int end) {
        String rest = text.substring(past(BEHIND, end)).strip();
        Matcher last = POSTCODE_LAST.matcher(rest);
        boolean coded = place.postcode() == null && last.find();
        String street = coded ? rest.substring(0, last.start()).strip() : rest;
        return new Address(
                place.country(), place.province(), place.city(), place.district(), street.isEmpty() ? null : street,
                coded ? last.group(1) : place.postcode());
    }

    private Address elsewhere() {
        int blank = text.indexOf(' ');
        String begins = blank < 0 ? null : named(text.substring(0, blank), Locale.SIMPLIFIED_CHINESE);
        if (begins != null) {
            return in(begins, text.substring(blank));
        }
        int comma = text.lastIndexOf(", ");
        return comma < 0 ? Address.street(text) : ending(comma);
    }

    /** Names of countries may have a comma themselves. */
    private Address ending(int comma) {
        int earlier = text.lastIndexOf(", ", comma - 1);
        for (int at : new int[] {earlier, comma}) {
            String country = at < 0 ? null : named(text.substring(at + 2), Locale.ENGLISH);
            if (country != null && !STATES_TOO.contains(country)) {
                return in(country, text.substring(0, at));
            }
        }
        return Address.street(text);
    }

    private static Address in(@Nullable String country, String street) {
        return new Address(country, null, null, null, street.isBlank() ? null : street.strip(), null);
    }

    /** A country by its name, not by two letters, which may be a street's. */
    private static @Nullable String named(String name, Locale language) {
        String code = Countries.code(name);
        return code != null && !code.equals(Countries.CHINA) && name.equals(Countries.name(code, language)) ? code : null;
    }

    /** The smallest division that is named from here on, in another one; null where none is. */
    private @Nullable Found find(int from, @Nullable Division above) {
        int start = past(BETWEEN, from);
        Found found = null;
        for (int end = Math.min(folded.length(), start + LONGEST_NAME); end > start + 1; end--) {
            Divisions.Named named = Divisions.named(above, folded.substring(start, end));
            if (named != null && !isMarket(end)) {
                Found inside = find(end, named.division());
                if (inside != null) {
                    // 济南市中区 is 市中区 of 济南, though it begins with 济南市.
                    return inside;
                }
                if (found == null && isMeant(named, end, above)) {
                    found = new Found(named.division(), end);
                }
            }
        }
        return found != null || above == null ? found : again(start, above);
    }

    /** Nothing that is small, or could be something else, by its name alone. */
    private boolean isMeant(Divisions.Named named, int end, @Nullable Division above) {
        Division division = named.division();
        if (above == null && division.level() == AddressPart.DISTRICT && !division.name().endsWith("市")) {
            return false;
        }
        boolean isSaid = above != null || division.level() == AddressPart.PROVINCE;
        return named.sure() || end == folded.length() || isSaid && at(ENDS, end) != null;
    }

    /** Of what has nothing between, people write its own name or 市辖区 there: 北京市北京市海淀区. */
    private @Nullable Found again(int start, Division above) {
        for (String word : Divisions.NO_PLACES) {
            if (folded.startsWith(word, start)) {
                return find(start + word.length(), above);
            }
        }
        return above.isMunicipality() && folded.startsWith(above.name(), start) ? find(start + above.name().length(), above) : null;
    }

    /** 深圳市场 is a market, and no place called 深圳市. */
    private boolean isMarket(int end) {
        return folded.charAt(end - 1) == '市' && folded.startsWith("场", end);
    }

    private @Nullable Matcher at(Pattern pattern, int start) {
        Matcher matcher = pattern.matcher(folded).region(start, folded.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher : null;
    }

    private int past(Pattern pattern, int start) {
        Matcher matcher = at(pattern, start);
        return matcher == null ? start : matcher.end();
    }
}
