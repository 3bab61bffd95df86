package io.keyuan.engine.address;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A division of China.
 *
 * @param code six digits, of GB/T 2260
 * @param name in full, as the state writes it: 广东省, 恩施土家族苗族自治州
 * @param traditional the same in traditional characters
 * @param above what it lies in; null for a province
 * @param level what part of an address it is: province, city or district
 */
public record Division(String code, String name, String traditional, @Nullable Division above, AddressPart level) {

    private static final Pattern PROVINCE = Pattern.compile("(?:壮族|回族|维吾尔)?自治区$|省$|市$");
    private static final Pattern CITY = Pattern.compile("(?:(?:朝鲜|土家|苗|侗|布依|藏|羌|彝|哈尼|壮|傣|白|景颇|傈僳|回|蒙古|哈萨克|柯尔克孜)族?)+自治州$|地区$|林区$|盟$|市$");

    /** What a county is called without the peoples that live there, two characters at least: of 东乡族自治县, 东乡. */
    private static final Pattern AUTONOMOUS = Pattern.compile(
            "(..+?)(?:(?:(?:各|满|回|苗|侗|瑶|壮|畲|黎|羌|彝|藏|水|傣|佤|怒|白|土|土家|朝鲜|仫佬|毛南|仡佬|布依|布朗|哈尼|纳西|拉祜|独龙|普米|傈僳|裕固|哈萨克|东乡|保安|撒拉"
                    + "|蒙古|达斡尔)族|蒙古|哈萨克|塔吉克|锡伯)+|族)?自治([县旗])");

    /** As people read it: in traditional characters where they do, else as the state writes it. */
    public String name(Locale language) {
        return language.equals(Locale.TRADITIONAL_CHINESE) ? traditional : name;
    }

    /**
     * The names under which it is known beyond doubt: 湖北省; 恩施土家族苗族自治州, 恩施州; 宁夏回族自治区, 宁夏自治区; 彭水苗族土家族自治县, 彭水县; 沙县区, which was
     * 沙县 for ages.
     */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(name));
        if (name.endsWith("自治州")) {
            names.add(stem() + "州");
        } else if (name.endsWith("自治区")) {
            names.add(stem() + "自治区");
        } else if (name.endsWith("县区")) {
            names.add(name.substring(0, name.length() - 1));
        }
        Matcher autonomous = AUTONOMOUS.matcher(name);
        if (autonomous.matches()) {
            names.add(autonomous.group(1) + autonomous.group(2));
        }
        return names;
    }

    /** What people call it where there is no doubt what kind of place is meant: 广东, 深圳, 恩施; a district is called by its name. */
    String stem() {
        Pattern ending = level == AddressPart.PROVINCE ? PROVINCE : CITY;
        String stem = level == AddressPart.DISTRICT ? name : ending.matcher(name).replaceFirst("");
        return stem.length() < 2 ? name : stem;
    }

    /** Whether a province is a city, whose districts have no other city above them. */
    public boolean isMunicipality() {
        return above == null && name.endsWith("市");
    }

    /** Whether it is what is meant where this part of an address is asked for: at its own level, and a municipality where cities stand, too. */
    public boolean standsAs(AddressPart part) {
        return level == part || part == AddressPart.CITY && isMunicipality();
    }

    /** Whether it stands where cities stand, though it is a county, since its province governs it itself. */
    public boolean isOfProvince() {
        return level == AddressPart.CITY && !code.endsWith("00");
    }

    /** Itself where it is of this level, else what it lies in that is; null where it lies in no such. */
    public @Nullable Division at(AddressPart part) {
        return level == part ? this : above == null ? null : above.at(part);
    }

    public boolean isIn(Division other) {
        return equals(other) || above != null && above.isIn(other);
    }
}
