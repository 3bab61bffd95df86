package io.keyuan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyuan.engine.address.Address;
import io.keyuan.engine.address.AddressCell;
import io.keyuan.engine.address.AddressPart;
import io.keyuan.engine.address.Countries;
import io.keyuan.engine.address.Division;
import io.keyuan.engine.address.Divisions;
import io.keyuan.engine.text.Folding;
import io.keyuan.engine.text.KeyRange;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is said of addresses holds for every division of China, however it is written, and for any text. */
class AddressPropertyTest {

    private static final AddressType TYPE = new AddressType();
    private static final Coercion CONTEXT = new NoContext();
    private static final List<String> LONG_COUNTIES = List.of(
            "莫力达瓦", "鄂伦春", "鄂温克", "喀喇沁左翼", "前郭尔罗斯", "杜尔伯特", "张家川", "阿克塞", "积石山", "巴里坤", "塔什库尔干", "察布查尔", "和布克赛尔");
    private static final String STREET = "科苑路8号";

    @Example
    void everyDivisionIsRecognisedInAllTheWaysItIsUsuallyWritten() throws BadValue {
        for (Division division : Divisions.all()) {
            for (String written : ways(division)) {
                Address read = TYPE.coerce(written + STREET, CONTEXT);

                assertThat(smallest(read)).as(written).isEqualTo(division.code());
                assertThat(read.street()).as(written).isEqualTo(STREET);
            }
        }
    }

    private static Set<String> ways(Division division) {
        List<Division> path = path(division);
        List<String> names = path.stream().map(Division::name).toList();
        Set<String> ways = new LinkedHashSet<>(List.of(
                String.join("", names), String.join(" ", names) + " ", String.join("，", names) + ", ", "中国" + String.join("", names),
                "510000 " + String.join("", names)));
        if (path.size() > 1) {
            List<String> shortened = new ArrayList<>(path.subList(0, path.size() - 1).stream().map(AddressPropertyTest::stem).toList());
            shortened.add(names.getLast());
            ways.add(String.join("", shortened));
        }
        if (names.getLast().matches(".*自治[县旗]")) {
            ways.add(String.join("", names.subList(0, names.size() - 1)) + shortly(names.getLast()));
        }
        if (path.size() == 3) {
            ways.add(names.get(1) + names.get(2));
            ways.add(stem(path.get(1)) + names.get(2));
        }
        if (path.getFirst().isMunicipality() && path.size() == 2) {
            ways.add(names.getFirst() + names.getFirst() + names.getLast());
            ways.add(names.getFirst() + "市辖区" + names.getLast());
        }
        return ways;
    }

    /** As people say it; of names that say what peoples live there, enough. */
    private static String stem(Division division) {
        return division.name().replaceFirst("(?:(?:壮族|回族|维吾尔)?自治区|省|市|地区)$", "");
    }

    /** An autonomous county as people write it: two characters, but for some, and the last. */
    private static String shortly(String county) {
        String stem = LONG_COUNTIES.stream().filter(county::startsWith).findFirst().orElse(county.substring(0, 2));
        return stem + county.charAt(county.length() - 1);
    }

    private static List<Division> path(Division division) {
        List<Division> path = new ArrayList<>(List.of(division));
        for (Division above = division.above(); above != null; above = above.above()) {
            path.addFirst(above);
        }
        return path;
    }

    private static @Nullable String smallest(Address address) {
        return address.district() != null ? address.district() : address.city() != null ? address.city() : address.province();
    }

    @Example
    void whatPeopleWriteIsUnderstoodAsTheyMeanIt() throws BadValue {
        check("广东深圳南山区科技园南区", "440305", "科技园南区");
        check("廣東省深圳市南山區科技園", "440305", "科技園");
        check("北京市海淀区中关村大街27号", "110108", "中关村大街27号");
        check("深圳市科技园", "440300", "科技园");
        check("江苏省昆山市玉山镇", "320583", "玉山镇");
        check("东莞市长安镇", "441900", "长安镇");
        check("湖北仙桃市沔街", "429004", "沔街");
        check("内蒙古呼伦贝尔市海拉尔区", "150702", null);
        check("湖北省恩施州恩施市", "422801", null);
        check("宁夏自治区银川市兴庆区", "640104", null);
        check("518057 广东省深圳市南山区-1层", "440305", "-1层");
        check("中山路1号", null, "中山路1号");
        check("广东中山路1号", null, "广东中山路1号");
        check("四川北路100号", null, "四川北路100号");
        check("深圳市场调研部", null, "深圳市场调研部");
        check("南山区科技园", null, "南山区科技园");
        check("重庆市彭水县汉葭街道", "500243", "汉葭街道");
        check("四川绵阳北川县永昌镇", "510726", "永昌镇");
        check("内蒙古呼伦贝尔市鄂伦春旗阿里河镇", "150723", "阿里河镇");
        check("福建省三明市沙县凤岗街道", "350405", "凤岗街道");
        check("上海 浦东大道1号", "310000", "浦东大道1号");
        check("广东省深圳，科技园", "440300", "科技园");
        check("广东省深圳", "440300", null);
        assertThat(TYPE.coerce("广东省深圳市南山区科技园 518057", CONTEXT).postcode()).isEqualTo("518057");
        assertThat(TYPE.coerce("广东省深圳市南山区科技园（邮编：518057）", CONTEXT).postcode()).isEqualTo("518057");
    }

    @Example
    void whatIsSmallIsNoPlaceByItsNameAlone() throws BadValue {
        for (String street : List.of("东区3号厂房", "矿区家属院", "新县城路12号", "高县路", "前进区3号", "海淀区中关村", "东区", "中国东区3号")) {
            check(street, null, street);
        }
        check("昆山市玉山镇", "320583", "玉山镇");
        check("攀枝花市东区3号厂房", "510402", "3号厂房");
    }

    @Example
    void placesAreNotCutOutOfOtherNames() throws BadValue {
        check("海南省三亚湾路28号", "460000", "三亚湾路28号");
        check("广东省深圳湾一路", "440000", "深圳湾一路");
        check("辽宁省大连湾街道", "210000", "大连湾街道");
        check("浙江省杭州湾新区", "330000", "杭州湾新区");
        check("山东省青岛啤酒大道", "370000", "青岛啤酒大道");
        check("朝阳 大街1号", null, "朝阳 大街1号");
    }

    @Example
    void regionsAreReadHoweverTheyAreCalled() throws BadValue {
        region("香港特别行政区九龙弥敦道1号", "HK", "九龙弥敦道1号");
        region("中国香港特别行政区九龙弥敦道1号", "HK", "九龙弥敦道1号");
        region("香港九龙弥敦道1号", "HK", "九龙弥敦道1号");
        region("中国 香港 九龙弥敦道1号", "HK", "九龙弥敦道1号");
        region("香港中环德辅道1号", "HK", "中环德辅道1号");
        region("台湾省台北市信义路", "TW", "台北市信义路");
        region("中国台湾省台北市信义路", "TW", "台北市信义路");
        region("臺灣臺北市信義路", "TW", "臺北市信義路");
        region("中华人民共和国澳门特别行政区", "MO", null);
        region("香港中路100号", null, "香港中路100号");
        region("澳门路1号", null, "澳门路1号");
        region("台湾大厦", null, "台湾大厦");
        check("山东省青岛市市南区香港中路100号", "370202", "香港中路100号");
    }

    @Example
    void aCountryIsOnlyReadWhereOneIsMeant() throws BadValue {
        region("中国银行大厦12层", null, "中国银行大厦12层");
        region("中国", "CN", null);
        region("中国，科苑路8号", "CN", "科苑路8号");
        region("1 Peachtree St, Atlanta, Georgia", null, "1 Peachtree St, Atlanta, Georgia");
        region("1 Main St, Springfield, United States", "US", "1 Main St, Springfield");
    }

    private static void region(String text, @Nullable String country, @Nullable String street) throws BadValue {
        Address read = TYPE.coerce(text, CONTEXT);
        assertThat(read.country()).as(text).isEqualTo(country);
        assertThat(read.street()).as(text).isEqualTo(street);
    }

    @Example
    void regionsAreNoProvinces() throws BadValue {
        for (String taiwan : List.of("台湾省", "台湾", "中国台湾", "710000", "臺灣省", "Taiwan")) {
            assertThat(TYPE.coerce(Map.of("country", "CN", "province", taiwan, "city", "台北市", "postcode", "110"), CONTEXT)).as(taiwan)
                    .isEqualTo(new Address("TW", null, "台北市", null, null, "110"));
        }
        assertThat(TYPE.coerce(Map.of("province", "810000", "street", "弥敦道1号"), CONTEXT)).isEqualTo(new Address("HK", null, null, null, "弥敦道1号", null));
        assertThat(TYPE.coerce(Map.of("country", "中国", "city", "澳门特别行政区"), CONTEXT).country()).isEqualTo("MO");
    }

    @Example
    void countriesAreTakenByTheirNames() throws BadValue {
        Map<String, String> names = Map.ofEntries(
                Map.entry("United States", "US"), Map.entry("usa", "US"), Map.entry("UK", "GB"), Map.entry("澳大利亚", "AU"), Map.entry("澳大利亞", "AU"),
                Map.entry("中国香港", "HK"), Map.entry("Hong Kong", "HK"), Map.entry("Macau", "MO"), Map.entry("台湾", "TW"), Map.entry("中华人民共和国", "CN"));
        for (Map.Entry<String, String> name : names.entrySet()) {
            assertThat(TYPE.coerce(Map.of("country", name.getKey()), CONTEXT).country()).as(name.getKey()).isEqualTo(name.getValue());
        }
    }

    @Example
    void namesTellTheCountryWhereNoOtherIsMeant() throws BadValue {
        assertThat(TYPE.coerce(Map.of("province", "广东省", "city", "深圳市"), CONTEXT)).isEqualTo(new Address("CN", "440000", "440300", null, null, null));
        assertThat(TYPE.coerce(Map.of("province", "广东", "city", "深圳"), CONTEXT)).isEqualTo(new Address("CN", "440000", "440300", null, null, null));
        assertThat(TYPE.coerce(Map.of("city", "昆明市"), CONTEXT).province()).isEqualTo("530000");
        wrong(Map.of("province", "Illinois", "city", "Springfield"), "office.country", "country-missing");
        wrong(Map.of("district", "朝阳区"), "office.country", "country-missing");
        Map<String, @Nullable String> text = new HashMap<>(Map.of("street", " ", "text", "广东省深圳市"));
        text.put("country", null);
        assertThat(TYPE.coerce(text, CONTEXT).city()).isEqualTo("440300");
    }

    @Example
    void whatAProvinceGovernsItselfIsTakenWhereDistrictsAre() throws BadValue {
        var jiyuan = new Address("CN", "410000", "419001", null, null, null);
        for (String city : List.of("419000", "省直辖县级行政区划", "")) {
            for (String district : List.of("419001", "济源市")) {
                assertThat(TYPE.coerce(Map.of("country", "CN", "province", "410000", "city", city, "district", district), CONTEXT)).isEqualTo(jiyuan);
            }
        }
        wrong(Map.of("country", "CN", "province", "440000", "district", "440300"), "office.district", "not-division-of");
    }

    private static void check(String text, @Nullable String division, @Nullable String street) throws BadValue {
        Address read = TYPE.coerce(text, CONTEXT);
        assertThat(smallest(read)).as(text).isEqualTo(division);
        assertThat(read.street()).as(text).isEqualTo(street);
    }

    @Property(tries = 2000)
    void nothingOfATextIsLost(@ForAll("texts") String text) throws BadValue {
        Address read = TYPE.coerce(text, CONTEXT);

        String street = Objects.requireNonNullElse(read.street(), "");
        String before = text.strip().substring(0, Math.max(0, text.strip().lastIndexOf(street)));
        assertThat(text).contains(street);
        if (!before.isBlank() && read.country() == null) {
            assertThat(street).isEqualTo(text.strip());
        }
        if (smallest(read) != null) {
            assertThat(smallest(TYPE.coerce(before, CONTEXT))).isEqualTo(smallest(read));
        }
    }

    @Property(tries = 3000)
    void aCellIsReadBackAsTheSameAddress(@ForAll("parts") Map<String, String> parts) throws BadValue {
        Address address = TYPE.coerce(parts, CONTEXT);

        assertThat(TYPE.coerce(address.cell(), CONTEXT)).as(address.cell()).isEqualTo(address);
        assertThat(TYPE.coerce(TYPE.json(address), CONTEXT)).isEqualTo(address);
        assertThat(TYPE.revive(TYPE.json(address))).isEqualTo(address);
        assertThat(Address.ofAsked(address::asked)).isEqualTo(address);
    }

    @Property(tries = 500)
    void keysAreWhereTheirPartsSay(@ForAll("parts") Map<String, String> parts) throws BadValue {
        Address address = TYPE.coerce(parts, CONTEXT);

        for (AddressPart part : AddressPart.values()) {
            String value = address.asked(part);
            List<KeyRange> keys = value == null ? List.of() : Address.keys(part, value);
            if (!keys.isEmpty()) {
                assertThat(keys).as("%s of %s", part, address.key())
                        .anyMatch(range -> address.key().compareTo(range.from()) >= 0 && address.key().compareTo(range.before()) < 0);
            }
        }
    }

    @Example
    void whatDoesNotFitIsToldOfItsPart() {
        wrong(Map.of("country", "CN", "province", "440000", "city", "110100"), "office.city", "not-division-of");
        wrong(Map.of("country", "CN", "province", "440000", "city", "440300", "district", "440402"), "office.district", "not-division-of");
        wrong(Map.of("country", "CN", "province", "广西省的"), "office.province", "not-division");
        wrong(Map.of("country", "XX"), "office.country", "not-country");
        wrong(Map.of("country", "US", "city", "440300"), "office.city", "division-of-china");
        wrong(Map.of("country", "CN", "postcode", "1234"), "office.postcode", "not-postcode");
        wrong(Map.of("street", "x".repeat(301)), "office.street", "too-long");
        wrong(Map.of("floor", "3"), "office", "not-address");
        assertThatThrownBy(() -> TYPE.coerce(Map.of("country", "CN", "province", "x", "postcode", "y"), CONTEXT))
                .isInstanceOfSatisfying(BadValue.class, bad -> assertThat(bad.faults("a")).hasSize(2));
    }

    private static void wrong(Map<String, String> parts, String path, String code) {
        assertThatThrownBy(() -> TYPE.coerce(parts, CONTEXT))
                .isInstanceOfSatisfying(BadValue.class, bad -> assertThat(bad.faults("office"))
                        .singleElement().satisfies(fault -> {
                            assertThat(fault.path()).isEqualTo(path);
                            assertThat(fault.code()).isEqualTo(code);
                        }));
    }

    @Example
    void whatLiesBetweenIsAddedAndNamesAreTaken() throws BadValue {
        Address whole = TYPE.coerce(Map.of("country", "CN", "province", "440000", "city", "440300", "district", "440305"), CONTEXT);

        assertThat(TYPE.coerce(Map.of("district", "440305"), CONTEXT)).isEqualTo(whole);
        assertThat(TYPE.coerce(Map.of("country", "中国", "province", "广东", "city", "深圳", "district", "南山区"), CONTEXT)).isEqualTo(whole);
        assertThat(TYPE.coerce(Map.of("text", "广东省深圳市南山区"), CONTEXT)).isEqualTo(whole);
        Address haidian = TYPE.coerce(Map.of("district", "110108"), CONTEXT);
        for (String city : List.of("110100", "市辖区", "北京市", "北京", "110000")) {
            assertThat(TYPE.coerce(Map.of("province", "110000", "city", city, "district", "110108"), CONTEXT)).isEqualTo(haidian);
        }
        assertThat(TYPE.coerce(Map.of("city", "北京市", "district", "海淀区"), CONTEXT)).isEqualTo(haidian);
        assertThat(TYPE.coerce(Map.of("city", "北京市"), CONTEXT)).isEqualTo(new Address("CN", "110000", null, null, null, null));
        wrong(Map.of("province", "440000", "city", "北京市"), "office.city", "not-division-of");
        assertThat(TYPE.coerce(Map.of("province", "110000", "city", "110100"), CONTEXT).city()).isNull();
    }

    @Example
    void traditionalNamesAreTheSameNames() throws BadValue {
        assertThat(Divisions.all()).allSatisfy(division ->
                assertThat(Folding.fold(division.traditional())).isEqualTo(Folding.fold(division.name())).hasSameSizeAs(division.name()));
        for (Division division : Divisions.all()) {
            String whole = String.join("", path(division).stream().map(Division::traditional).toList());
            assertThat(smallest(TYPE.coerce(whole, CONTEXT))).as(whole).isEqualTo(division.code());
            Map<String, String> parts = new LinkedHashMap<>(Map.of("country", "CN"));
            path(division).forEach(each -> parts.put(each.level().code(), each.traditional()));
            assertThat(smallest(TYPE.coerce(parts, CONTEXT))).as(whole).isEqualTo(division.code());
        }
    }

    @Example
    void aMunicipalityIsItsOwnCityToWhoeverAsks() throws BadValue {
        for (Division division : Divisions.all()) {
            Address address = TYPE.coerce(Map.of(division.level().code(), division.code()), CONTEXT);
            boolean inMunicipality = path(division).getFirst().isMunicipality();

            assertThat(address.asked(AddressPart.CITY)).as(division.name()).isEqualTo(inMunicipality ? address.province() : address.city());
            assertThat(address.asked(AddressPart.DISTRICT)).isEqualTo(address.district());
        }
        assertThat(TYPE.coerce(Map.of("country", "US", "province", "New York", "city", "New York"), CONTEXT).asked(AddressPart.CITY)).isEqualTo("New York");
    }

    @Example
    void whatIsNoDivisionAnyMoreStaysTheCodeItWas() throws BadValue {
        for (Address old : List.of(
                new Address("CN", "370000", "371200", "371202", "1号", null), new Address("CN", "440000", "440300", "440399", null, null),
                new Address("CN", "110000", null, "110103", "1号", "100000"))) {
            assertThat(TYPE.coerce(TYPE.json(old), CONTEXT)).isEqualTo(old);
            assertThat(TYPE.coerce(old.cell(), CONTEXT)).isEqualTo(old);
        }
        wrong(Map.of("country", "CN", "province", "440000", "city", "371200"), "office.city", "not-division-of");
        wrong(Map.of("country", "CN", "province", "440000", "city", "440300", "district", "440499"), "office.district", "not-division-of");
        wrong(Map.of("country", "CN", "province", "440000", "city", "440305"), "office.city", "not-division-of");
        wrong(Map.of("country", "CN", "province", "440000", "city", "广东那里"), "office.city", "not-division-of");
        wrong(Map.of("country", "CN", "city", "440399"), "office.city", "not-division");
    }

    @Example
    void regionsAreCalledAsTheMainlandCallsThem() {
        assertThat(Arrays.asList("HK", "MO", "TW").stream().map(code -> Countries.name(code, Languages.SIMPLIFIED_CHINESE)))
                .containsExactly("中国香港", "中国澳门", "中国台湾");
    }

    // ---- what it may be ----

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Combinators.combine(prefixes(), streets()).as((prefix, street) -> prefix + street),
                streets()).filter(text -> !text.isBlank() && AddressCell.parts(text) == null);
    }

    private static Arbitrary<String> prefixes() {
        return Arbitraries.of(List.copyOf(Divisions.all())).map(division -> String.join("", path(division).stream().map(Division::name).toList()));
    }

    private static Arbitrary<String> streets() {
        Arbitrary<String> free = Arbitraries.strings().withChars("路街号市区县省广东深圳北京南山 中国|\\,，-/香港1ab").ofMinLength(1).ofMaxLength(20);
        return Arbitraries.oneOf(
                free, Arbitraries.of("1 Main St, Springfield", "12, High Street, United Kingdom", "日本 東京都", "CN | x", "a | b | c | d | e | f", "US|a|b|c|d|e", "518057"),
                prefixes());
    }

    @Provide
    Arbitrary<Map<String, String>> parts() {
        return Arbitraries.oneOf(inChina(), elsewhere()).filter(parts -> !parts.isEmpty());
    }

    private static Arbitrary<Map<String, String>> inChina() {
        return Combinators.combine(
                        Arbitraries.of(List.copyOf(Divisions.all())).injectNull(0.1), streets().injectNull(0.2),
                        Arbitraries.strings().numeric().ofLength(6).injectNull(0.5))
                .as((division, street, postcode) -> {
                    Map<String, String> parts = new LinkedHashMap<>(Map.of("country", "CN"));
                    path(parts, division);
                    put(parts, "street", street);
                    put(parts, "postcode", postcode);
                    return parts;
                });
    }

    private static void path(Map<String, String> parts, @Nullable Division division) {
        if (division != null) {
            path(division).forEach(each -> parts.put(each.level().code(), each.code()));
        }
    }

    private static void put(Map<String, String> parts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parts.put(name, value);
        }
    }

    private static Arbitrary<Map<String, String>> elsewhere() {
        Arbitrary<String> country = Arbitraries.of(Countries.codes()).filter(code -> !code.equals("CN"));
        Arbitrary<List<String>> texts = streets().filter(text -> Divisions.find(text.strip()) == null).injectNull(0.4).list().ofSize(4);
        return Combinators.combine(country.injectNull(0.3), texts, Arbitraries.of("62701", "SW1A 1AA", "1|2", "").injectNull(0.3))
                .as((code, words, postcode) -> {
                    Map<String, String> parts = new HashMap<>();
                    put(parts, "country", code);
                    List<String> names = List.of("province", "city", "district", "street");
                    names.stream().filter(name -> code != null || name.equals("street")).forEach(name -> put(parts, name, words.get(names.indexOf(name))));
                    put(parts, "postcode", postcode);
                    return parts;
                });
    }

    private record NoContext() implements Coercion {
        @Override
        public ChoiceList choices(Attribute<?> attribute) {
            return ChoiceList.EMPTY;
        }

        @Override
        public Attribute<?> attribute() {
            throw new UnsupportedOperationException("an address asks for no attribute");
        }

        @Override
        public String baseCurrency() {
            throw new UnsupportedOperationException("an address asks for no currency");
        }

        @Override
        public ZoneId zone() {
            throw new UnsupportedOperationException("an address asks for no zone");
        }
    }
}
