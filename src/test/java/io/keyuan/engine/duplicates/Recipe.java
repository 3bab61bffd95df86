package io.keyuan.engine.duplicates;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import io.keyuan.engine.RegisterCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/**
 * By which recipe the labelled pairs were made. It knows nothing of how they are compared: its lists of characters, places, trades and
 * names are its own, and each kind of pair is a way in which people write one thing twice, or call two things nearly alike.
 *
 * <p>Of two records that are the same the second has what differs by its kind, and of all else what somebody else would have known: the same number in
 * another notation, another number, or none. Two that are not the same share neither number nor address of their own.
 */
final class Recipe {

    private static final List<String> CITIES = words("北京 上海 深圳 广州 杭州 成都 苏州 南京 武汉 重庆 天津 西安 宁波 青岛 长沙 郑州 无锡 东莞 厦门 合肥 济南 福州 沈阳 大连 昆明 南昌"
            + " 石家庄 太原 哈尔滨 长春 贵阳 南宁 常州 温州 绍兴 珠海 烟台 洛阳 绵阳 兰州");
    private static final List<String> FIRST = words("远 宏 鑫 恒 博 泰 嘉 锐 汇 丰 明 兴 德 凯 诚 亿 金 永 康 辉 创 联 智 润 茂 腾 盛 瑞 祥 顺 启 卓 优 聚 拓 领 云 星 蓝 美");
    private static final List<String> SECOND = words("源 达 华 通 信 盛 恒 隆 发 海 安 程 易 昌 利 力 和 宇 翔 帆 山 川 林 泽 元 邦 维 思 特 尔 迪 森 诺 科 欣 佳 平 康 润 峰");
    private static final List<String> THIRD = words("德 联 邦 尔 达 特 克 斯 美 成 康 安 华 世 纪");
    private static final List<String> TRADES = words("科技 信息技术 网络科技 软件 机械设备 电子 实业 新材料 精密机械 医疗器械 生物科技 商贸 食品 服饰 投资管理 供应链管理 国际货运代理 教育咨询"
            + " 文化传播 建筑工程 环保工程 酒店管理 农业发展 化工 塑胶 五金制品 包装印刷 自动化设备 电力设备 物流 装饰工程 汽车配件");
    private static final List<String> FORMS = words("有限公司 有限公司 有限公司 有限公司 有限责任公司 股份有限公司 集团有限公司");
    private static final List<String> FAMILIES = words("王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 欧阳 司马 诸葛");
    private static final List<String> GIVEN = words("伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 霞 平 刚 桂英 建国 志强 晓明 婷婷 海燕 文博 子涵 雨桐 浩然 思远 国庆 玉兰 俊杰 佳怡 天宇 秀英 立新"
            + " 红梅 春花 学文 振华 卫东 爱民 永福");
    private static final List<List<String>> HOMOPHONES = List.of(
            words("宏 弘 鸿 洪"), words("源 元 圆 园"), words("鑫 欣 馨 新"), words("盛 胜 圣"), words("嘉 佳 加"), words("汇 惠 慧 汇"), words("丰 峰 枫 锋"),
            words("明 鸣 铭"), words("力 利 立 丽"), words("诚 成 程 城"), words("亿 易 益 艺"), words("金 津 今"), words("辉 晖 徽"), words("智 志 致"), words("伟 玮 炜 纬"),
            words("静 婧 靖 敬"), words("磊 蕾"), words("杰 洁 捷"), words("涛 韬"), words("军 君 钧"), words("洋 阳 扬"), words("宇 羽 雨"), words("安 桉"), words("华 骅"));
    private static final List<String> STREETS = words("中山路 人民路 解放路 建设路 和平路 科技路 长江路 黄河路 文化路 新华路 高新大道 工业大道");
    private static final List<String> LATIN = words("Müller Schröder Bergmann Nordstern Rheinwerk Falkenberg Königstein Hanseatik Westermann Northgate Silverline Ironbridge Bluewater Fairfield"
            + " Kingsway Beaumont Montclair Rivoire Granite Meridian Oakmont Redwood Lindqvist Söderberg Vandermeer Crestview Evergreen Blauelbe Riverdale Waveney");
    private static final List<String> LATIN_TRADES = words("Maschinenbau Logistik Medizintechnik Components Foods Distribution Automation Textiles Chemicals Instruments Packaging Engineering");
    private static final List<List<String>> LATIN_FORMS = List.of(
            words("GmbH|GmbH.|gmbh|"), words("Ltd|Ltd.|Limited|Co., Ltd.|"), words("Inc.|Inc|Incorporated|Corp.|"), words("S.A.|SA|S.A.S.|"), words("AG|A.G.|"));
    private static final List<String> LATIN_GIVEN = words("James Robert Michael Daniel Susan Jennifer Lukas Stefan Katrin Sabine Olivia Harry Claire Antoine Ingrid Anders");
    private static final List<String> LATIN_FAMILIES = words("Johnson Miller Anderson Schneider Hoffmann Wagner Robertson Walker Beaulieu Lindberg Nyström Fischer Thompson Hughes");
    private static final List<String> HOUSES = words("分公司 分公司 分公司 办事处 营业部");

    private final Random random = new Random(20261201);
    private final List<Pair> pairs = new ArrayList<>();

    /** @param kind what it is an example of; those of pairs that are not the same begin with {@code not} */
    record Pair(String kind, boolean same, Somebody one, Somebody other) {}

    List<Pair> all() {
        same("legal form", 700, () -> twice(company(), base -> changedForm(base)));
        same("brackets", 500, this::brackets);
        same("place", 600, () -> twice(company(), this::changedPlace));
        same("width and case", 500, this::width);
        same("traditional", 600, () -> twice(company(), ZhConverterUtil::toTraditional));
        same("pinyin", 600, this::pinyin);
        same("homophone", 500, () -> twice(company(), this::homophone));
        same("transposed", 500, () -> twice(company(), this::transposed));
        same("missing", 600, () -> twice(company(), this::missing));
        same("latin form", 600, this::latinForm);
        same("latin mistyped", 400, this::latinMistyped);
        same("number", 500, this::sameNumber);
        same("address of mail", 400, this::sameMail);
        same("code of register", 400, this::sameCode);
        same("two changes", 400, () -> twice(company(), name -> ZhConverterUtil.toTraditional(changedForm(changedPlace(name)))));
        same("family name last", 400, this::familyLast);
        same("person in pinyin", 400, this::personInPinyin);
        same("person homophone", 250, () -> person(this::homophone, true));
        same("person traditional", 250, () -> person(ZhConverterUtil::toTraditional, random.nextBoolean()));
        same("person missing", 200, () -> person(name -> name.length() > 2 ? without(name, 1 + random.nextInt(name.length() - 1)) : name, true));
        same("person transposed", 150, () -> person(this::transposed, true));
        same("person titled", 250, () -> person(name -> name.substring(0, family(name)) + one(words("总 经理 先生 女士 工")), true));
        same("person with a new number", 300, this::newNumber);
        not("not branches", 1400, this::branches);
        not("not a branch and its house", 900, this::branchAndHouse);
        not("not members of a group", 900, this::members);
        not("not the same town", 1000, this::otherTown);
        not("not the same name", 1200, this::otherName);
        not("not the same number of a house", 600, this::otherHouse);
        not("not the same ordinal", 500, this::ordinals);
        not("not namesakes of another town", 400, this::namesakesByTown);
        not("not the same latin name", 500, this::otherLatin);
        not("not the same country", 300, this::otherCountry);
        not("not in the same trade", 400, this::moreTrade);
        not("not anything alike", 100, () -> pair(company(), company()));
        not("not namesakes", 1000, this::namesakes);
        not("not colleagues", 500, this::colleagues);
        not("not siblings in name", 300, this::siblings);
        return List.copyOf(pairs);
    }

    private void same(String kind, int count, Supplier<Somebody[]> maker) {
        add(kind, true, count, maker);
    }

    private void not(String kind, int count, Supplier<Somebody[]> maker) {
        add(kind, false, count, maker);
    }

    private void add(String kind, boolean same, int count, Supplier<Somebody[]> maker) {
        int made = 0;
        while (made < count) {
            Somebody[] pair = maker.get();
            if (pair.length == 2 && (!pair[0].equals(pair[1]) || !same)) {
                boolean turned = random.nextBoolean();
                pairs.add(new Pair(kind, same, pair[turned ? 1 : 0], pair[turned ? 0 : 1]));
                made++;
            }
        }
    }

    // ---- companies ----

    private String brand() {
        return one(FIRST) + one(SECOND) + (random.nextInt(5) == 0 ? one(THIRD) : "");
    }

    private Somebody company() {
        String city = one(CITIES);
        return company(city + brand() + one(TRADES) + one(FORMS), city);
    }

    private Somebody company(String name, String city) {
        return new Somebody(false, name, maybe(60, this::landline), maybe(40, this::mail), maybe(30, this::code), maybe(50, () -> city), maybe(30, () -> address(city)), "", "");
    }

    private String address(String city) {
        return city + "市" + one(STREETS) + (1 + random.nextInt(400)) + "号";
    }

    private Somebody[] twice(Somebody base, java.util.function.UnaryOperator<String> change) {
        String name = change.apply(base.name());
        return name.equals(base.name()) ? new Somebody[0] : pair(base, again(base).named(name));
    }

    /** What somebody else would have typed of the same one. */
    private Somebody again(Somebody base) {
        String phone = base.phone().isEmpty() || random.nextInt(10) < 3 ? maybe(30, this::landline) : random.nextInt(10) < 6 ? notation(base.phone()) : maybe(60, this::landline);
        String email = base.email().isEmpty() || random.nextInt(10) < 5 ? maybe(20, this::mail) : base.email().toUpperCase(Locale.ROOT);
        String code = random.nextInt(10) < 6 ? "" : base.code();
        return base.at(phone, email).registered(code).in(maybe(50, base::city), maybe(40, base::address));
    }

    /** Without anything that would betray it. */
    private Somebody bare(Somebody base) {
        return new Somebody(base.person(), base.name(), "", "", "", base.city(), "", base.company(), "");
    }

    private String changedForm(String name) {
        String bare = name.replaceAll("(集团)?(股份)?有限(责任)?公司$", "");
        return bare + one(words("有限公司 有限责任公司 股份有限公司 集团有限公司 集团 公司 _")).replace("_", "");
    }

    private String changedPlace(String name) {
        String city = city(name);
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(city.length());
            case 1 -> city + "市" + name.substring(city.length());
            default -> name.substring(city.length()).replaceFirst("(?=(集团|股份|有限|公司))", "（" + city + "）");
        };
    }

    private Somebody[] brackets() {
        Somebody base = company();
        String city = city(base.name());
        String rest = base.name().substring(city.length());
        String with = rest.replaceFirst("(?=(集团|股份|有限|公司))", "(" + city + ")");
        String other = switch (random.nextInt(4)) {
            case 0 -> rest.replaceFirst("(?=(集团|股份|有限|公司))", "（" + city + "）");
            case 1 -> rest.replaceFirst("(?=(集团|股份|有限|公司))", city);
            case 2 -> rest.replaceFirst("(?=(集团|股份|有限|公司))", "【" + city + "】");
            default -> base.name();
        };
        return pair(base.named(with), again(base).named(other));
    }

    private Somebody[] width() {
        String city = one(CITIES);
        String brand = "" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26)) + (random.nextBoolean() ? String.valueOf(1 + random.nextInt(9)) : (char) ('A' + random.nextInt(26)));
        Somebody base = company(city + brand + one(FIRST) + one(TRADES) + one(FORMS), city);
        return twice(base, name -> {
            StringBuilder wide = new StringBuilder();
            name.chars().forEach(c -> wide.append(c < 0x80 ? (char) (c + 0xFEE0) : (char) c));
            return random.nextBoolean() ? wide.toString() : random.nextBoolean() ? name.toLowerCase(Locale.ROOT) : city + " " + brand.toLowerCase(Locale.ROOT) + " " + name.substring(city.length() + brand.length());
        });
    }

    private Somebody[] pinyin() {
        Somebody base = company();
        String city = city(base.name());
        String rest = base.name().substring(city.length()).replaceAll("(集团)?(股份)?有限(责任)?公司$", "");
        String spelt = sentence(city) + " " + sentence(rest.substring(0, 2)) + " " + sentence(rest.substring(2)) + one(words("|_Youxian_Gongsi|_Co.,_Ltd.|_Ltd").stream().map(form -> form.replace('_', ' ')).toList());
        return pair(base, again(base).named(spelt));
    }

    private static String sentence(String han) {
        String letters = String.join("", io.keyuan.engine.text.Pinyin.syllables(han));
        return letters.substring(0, 1).toUpperCase(Locale.ROOT) + letters.substring(1);
    }

    private String homophone(String name) {
        for (int at : shuffled(name)) {
            String character = name.substring(at, at + 1);
            for (List<String> group : HOMOPHONES) {
                if (group.contains(character)) {
                    String other = one(group);
                    return name.substring(0, at) + other + name.substring(at + 1);
                }
            }
        }
        return name;
    }

    private String transposed(String name) {
        int at = random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private String missing(String name) {
        return without(name, random.nextInt(name.length()));
    }

    private static String without(String name, int at) {
        return name.substring(0, at) + name.substring(at + 1);
    }

    private Somebody[] sameNumber() {
        Somebody base = company();
        String mobile = random.nextBoolean() ? mobile() : landline();
        String name = random.nextBoolean() ? brand(base) : one(FIRST) + one(SECOND) + one(words("商行 经营部 工作室 中心"));
        return pair(base.at(mobile, base.email()), again(bare(base)).named(name).at(notation(mobile), ""));
    }

    private Somebody[] sameMail() {
        Somebody base = company();
        String mail = mail();
        return pair(base.at(base.phone(), mail), again(bare(base)).named(brand(base)).at("", one(List.of(mail.toUpperCase(Locale.ROOT), " " + mail, mail))));
    }

    private Somebody[] sameCode() {
        Somebody base = company();
        String code = code();
        return pair(base.registered(code), again(base).named(company().name()).at(maybe(40, this::landline), "").registered(code));
    }

    private static String brand(Somebody base) {
        return base.name().replaceAll("(集团)?(股份)?有限(责任)?公司$", "").substring(city(base.name()).length());
    }

    private Somebody[] branches() {
        Somebody house = company();
        List<String> cities = two(CITIES);
        String mark = one(HOUSES);
        String switchboard = maybe(20, this::landline);
        Somebody one = company(house.name() + cities.get(0) + mark, cities.get(0));
        Somebody other = company(house.name() + cities.get(1) + mark, cities.get(1));
        return switchboard.isEmpty() ? pair(one, other) : pair(one.at(switchboard, one.email()), other.at(notation(switchboard), other.email()));
    }

    private Somebody[] branchAndHouse() {
        Somebody house = company();
        String city = one(CITIES);
        return pair(house, company(house.name() + (random.nextBoolean() ? city : "（" + city + "）") + one(HOUSES), city));
    }

    private Somebody[] members() {
        String city = one(CITIES);
        String brand = brand();
        List<String> trades = two(TRADES);
        return pair(company(city + brand + (random.nextInt(3) == 0 ? "集团" : trades.get(0)) + "有限公司", city), company(city + brand + trades.get(1) + one(FORMS), city));
    }

    private Somebody[] moreTrade() {
        String city = one(CITIES);
        String brand = brand();
        String trade = one(words("科技 贸易 实业 投资 工程 服务"));
        return pair(company(city + brand + trade + "有限公司", city), company(city + brand + one(words("信息 环保 建筑 农业 国际 电子")) + trade + "有限公司", city));
    }

    private Somebody[] otherTown() {
        List<String> cities = two(CITIES);
        String rest = brand() + one(TRADES) + one(FORMS);
        boolean brackets = random.nextInt(3) == 0;
        return brackets
                ? pair(company(rest.replaceFirst("(?=(集团|股份|有限))", "（" + cities.get(0) + "）"), cities.get(0)), company(rest.replaceFirst("(?=(集团|股份|有限))", "（" + cities.get(1) + "）"), cities.get(1)))
                : pair(company(cities.get(0) + rest, cities.get(0)), company(cities.get(1) + rest, cities.get(1)));
    }

    /** One character of what it calls itself is another, read otherwise. */
    private Somebody[] otherName() {
        String city = one(CITIES);
        String brand = brand();
        String rest = one(TRADES) + one(FORMS);
        int at = random.nextInt(2);
        String character = one(at == 0 ? FIRST : SECOND);
        String other = brand.substring(0, at) + character + brand.substring(at + 1);
        boolean alike = sentence(character).equals(sentence(brand.substring(at, at + 1)));
        return alike ? new Somebody[0] : pair(company(city + brand + rest, city), company(city + other + rest, city));
    }

    private Somebody[] otherHouse() {
        String city = one(CITIES);
        String trade = one(TRADES);
        String street = city + "市" + one(STREETS);
        int number = 1 + random.nextInt(300);
        Somebody one = company(city + one(FIRST) + one(SECOND) + trade + "有限公司", city).in(city, street + number + "号");
        Somebody other = company(city + one(FIRST) + one(SECOND) + trade + "有限公司", city).in(city, street + (number + 1 + random.nextInt(20)) + "号");
        return sentence(one.name()).equals(sentence(other.name())) || new java.util.TreeSet<>(List.of(one.name().split(""))).equals(new java.util.TreeSet<>(List.of(other.name().split(""))))
                ? new Somebody[0] : pair(one, other);
    }

    private Somebody[] ordinals() {
        String city = one(CITIES);
        List<String> numbers = two(words("一 二 三 四 五 六 七 八"));
        String what = one(words("人民医院 中学 建筑工程公司 幼儿园 中医院 实验小学 机床厂 汽车运输公司"));
        boolean shop = random.nextInt(3) == 0;
        String brand = brand();
        return shop
                ? pair(company(city + brand + "超市" + (1 + random.nextInt(4)) + "号店", city), company(city + brand + "超市" + (5 + random.nextInt(5)) + "号店", city))
                : pair(company(city + "市第" + numbers.get(0) + what, city), company(city + "市第" + numbers.get(1) + what, city));
    }

    /** Names without a place are the names of several. */
    private Somebody[] namesakesByTown() {
        List<String> cities = two(CITIES);
        String name = brand() + one(TRADES) + one(FORMS);
        return pair(company(name, cities.get(0)).in(cities.get(0), ""), company(name, cities.get(1)).in(cities.get(1), ""));
    }

    // ---- companies abroad ----

    private Somebody latin(String name) {
        return new Somebody(false, name, maybe(50, () -> "+49 40 " + digits(7)), maybe(40, this::mail), "", "", "", "", "");
    }

    private Somebody[] latinForm() {
        List<String> forms = one(LATIN_FORMS);
        String core = one(LATIN) + " " + one(LATIN) + " " + one(LATIN_TRADES);
        Somebody base = latin(core + " " + forms.getFirst());
        String name = switch (random.nextInt(4)) {
            case 0 -> core.toUpperCase(Locale.GERMAN) + " " + one(forms);
            case 1 -> core.replace("ü", "ue").replace("ö", "oe").replace("ä", "ae") + " " + one(forms);
            case 2 -> core.replace(" ", "-") + " " + one(forms);
            default -> core.replace("ü", "u").replace("ö", "o") + ", " + one(forms);
        };
        return pair(base, again(base).at(maybe(40, () -> notation(base.phone())), "").named(name.strip()));
    }

    private Somebody[] latinMistyped() {
        Somebody base = latin(one(LATIN) + " " + one(LATIN) + " " + one(LATIN_TRADES) + " " + one(LATIN_FORMS).getFirst());
        int longest = base.name().lastIndexOf(' ');
        int at = random.nextInt(longest - 1);
        String name = random.nextBoolean() ? without(base.name(), at) : base.name().substring(0, at) + base.name().charAt(at + 1) + base.name().charAt(at) + base.name().substring(at + 2);
        return name.equals(base.name()) ? new Somebody[0] : pair(base.in(maybe(50, () -> one(CITIES)), ""), again(base).at("", "").named(name));
    }

    private Somebody[] otherLatin() {
        List<String> names = two(LATIN);
        String trade = one(LATIN_TRADES);
        String form = one(LATIN_FORMS).getFirst();
        return pair(latin(names.get(0) + " " + trade + " " + form), latin(names.get(1) + " " + trade + " " + form));
    }

    private Somebody[] otherCountry() {
        List<String> countries = two(words("Germany France China Japan India Canada Italy Spain"));
        String name = one(LATIN) + " " + one(LATIN_TRADES);
        return pair(latin(name + " " + countries.get(0) + " Ltd."), latin(name + " (" + countries.get(1) + ") Ltd."));
    }

    // ---- people ----

    private String personName() {
        return one(FAMILIES) + one(GIVEN);
    }

    private static int family(String name) {
        return FAMILIES.contains(name.substring(0, Math.min(2, name.length()))) ? 2 : 1;
    }

    private Somebody somebody(String name, String company) {
        return new Somebody(true, name, maybe(60, this::mobile), maybe(35, this::mail), "", "", "", company, maybe(20, this::landline));
    }

    private String employer() {
        return one(CITIES) + brand() + one(TRADES) + "有限公司";
    }

    /** @param certain whether a number or address of theirs is known on both sides */
    private Somebody[] person(java.util.function.UnaryOperator<String> change, boolean certain) {
        Somebody base = somebody(personName(), employer());
        String name = change.apply(base.name());
        return name.equals(base.name()) ? new Somebody[0] : known(base, name, certain);
    }

    private Somebody[] known(Somebody base, String name, boolean certain) {
        if (certain && random.nextInt(10) < 7) {
            String mobile = mobile();
            return pair(base.at(mobile, base.email()), base.named(name).at(notation(mobile), "").working(maybe(50, base::company), ""));
        }
        String mail = mail();
        return certain && random.nextBoolean()
                ? pair(base.at(base.phone(), mail), base.named(name).at("", mail.toUpperCase(Locale.ROOT)).working(maybe(50, base::company), ""))
                : pair(base, base.named(name).at("", maybe(50, base::email)).working(random.nextBoolean() || base.company().endsWith("GmbH") ? base.company() : changedForm(base.company()), ""));
    }

    private Somebody[] familyLast() {
        if (random.nextInt(3) == 0) {
            String name = one(FAMILIES) + one(GIVEN);
            return known(somebody(name, employer()), name.substring(family(name)) + name.substring(0, family(name)), true);
        }
        String given = random.nextInt(3) == 0 ? sentence(one(GIVEN)) : one(LATIN_GIVEN);
        String family = random.nextInt(3) == 0 ? sentence(one(FAMILIES)) : one(LATIN_FAMILIES);
        Somebody base = somebody(given + " " + family, random.nextBoolean() ? employer() : one(LATIN) + " " + one(LATIN_TRADES) + " GmbH");
        return known(base, random.nextBoolean() ? family + " " + given : family.toUpperCase(Locale.ROOT) + ", " + given, random.nextBoolean());
    }

    private Somebody[] personInPinyin() {
        String name = personName();
        String family = sentence(name.substring(0, family(name)));
        String given = sentence(name.substring(family(name)));
        return known(somebody(name, employer()), random.nextBoolean() ? family + " " + given : given + " " + family, random.nextBoolean());
    }

    private Somebody[] newNumber() {
        Somebody base = somebody(personName(), employer()).at(mobile(), "");
        return pair(base, base.at(mobile(), maybe(40, this::mail)));
    }

    private Somebody[] namesakes() {
        String name = personName();
        boolean spelt = random.nextInt(5) == 0;
        String other = spelt ? sentence(name.substring(0, family(name))) + " " + sentence(name.substring(family(name))) : name;
        Somebody one = somebody(name, employer());
        Somebody two = somebody(other, employer());
        return pair(one, two);
    }

    private Somebody[] colleagues() {
        List<String> given = two(GIVEN);
        String family = one(FAMILIES);
        String company = employer();
        String switchboard = maybe(60, this::landline);
        Somebody one = somebody(family + given.get(0), company).working(company, switchboard);
        Somebody other = somebody((random.nextBoolean() ? family : one(FAMILIES)) + given.get(1), company).working(company, switchboard.isEmpty() ? "" : notation(switchboard));
        return sentence(given.get(0)).equals(sentence(given.get(1))) ? new Somebody[0] : pair(one, other);
    }

    private Somebody[] siblings() {
        String family = one(FAMILIES);
        List<String> given = two(words("小明 小红 小军 小丽 建国 建军 建平 建华 志强 志刚 志明 志伟 海涛 海燕 海峰 文静 文博 文杰"));
        String company = employer();
        return pair(somebody(family + given.get(0), company), somebody(family + given.get(1), company));
    }

    // ---- numbers, addresses, codes ----

    private String mobile() {
        return one(words("138 139 135 186 188 159 177 199")) + digits(8);
    }

    private String landline() {
        return one(words("010 021 0755 020 0571 028 0512 025 027 023")) + "-" + (2 + random.nextInt(7)) + digits(7);
    }

    /** The same number as somebody else writes it. */
    private String notation(String number) {
        if (number.isEmpty() || number.startsWith("+")) {
            return number.replace(" ", random.nextBoolean() ? "-" : "");
        }
        int hyphen = number.indexOf('-');
        if (hyphen < 0) {
            return switch (random.nextInt(5)) {
                case 0 -> "+86 " + number.substring(0, 3) + " " + number.substring(3, 7) + " " + number.substring(7);
                case 1 -> number.substring(0, 3) + "-" + number.substring(3, 7) + "-" + number.substring(7);
                case 2 -> "0086" + number;
                case 3 -> "86-" + number;
                default -> number;
            };
        }
        String area = number.substring(0, hyphen);
        String local = number.substring(hyphen + 1);
        return switch (random.nextInt(5)) {
            case 0 -> "(" + area + ") " + local.substring(0, 4) + " " + local.substring(4);
            case 1 -> "+86 " + area.substring(1) + " " + local;
            case 2 -> area + local;
            case 3 -> number + "-80" + random.nextInt(10);
            default -> "0086-" + area.substring(1) + "-" + local;
        };
    }

    private String mail() {
        StringBuilder local = new StringBuilder();
        for (int i = 0; i < 6 + random.nextInt(4); i++) {
            local.append((char) ('a' + random.nextInt(26)));
        }
        return local + digits(2) + "@" + one(words("qq.com 163.com 126.com gmail.com outlook.com example.cn"));
    }

    private String code() {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        StringBuilder body = new StringBuilder("91").append(digits(6));
        for (int i = 0; i < 9; i++) {
            body.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return body.toString() + RegisterCode.check(body.toString());
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    // ---- chance ----

    private static Somebody[] pair(Somebody one, Somebody other) {
        return new Somebody[] {one, other};
    }

    private String maybe(int percent, Supplier<String> value) {
        return random.nextInt(100) < percent ? value.get() : "";
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private List<String> two(List<String> of) {
        String first = one(of);
        String second = one(of);
        while (second.equals(first)) {
            second = one(of);
        }
        return List.of(first, second);
    }

    private List<Integer> shuffled(String name) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < name.length(); i++) {
            places.add(i);
        }
        java.util.Collections.shuffle(places, random);
        return places;
    }

    private static String city(String name) {
        return CITIES.stream().filter(name::startsWith).findFirst().orElse("");
    }

    private static List<String> words(String text) {
        return List.of(text.split(text.indexOf('|') >= 0 ? "\\|" : " ", -1));
    }
}
