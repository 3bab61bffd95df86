package io.keyuan.fiction;

import java.util.List;

/**
 * A country outside the mainland with the names people and companies have there.
 *
 * @param country as Chinese sales people write it
 * @param dial the international code
 * @param familyFirst whether a person's family name comes first, without a space
 */
public record Market(
        String country, String region, String currency, String dial, boolean familyFirst, List<String> cities, List<String> words,
        List<String> trades, List<String> forms, List<String> families, List<String> men, List<String> women) {

    private static final List<String> ENGLISH_WORDS = words("Northgate Harbor Summit Redwood Ironbridge Silverline Bluewater Kingsway Fairfield"
            + " Lakeside Oakmont Sterling Pioneer Granite Beacon Westbrook Highland Meridian Crestview Anchor");
    private static final List<String> ENGLISH_TRADES =
            List.of("Logistics", "Foods", "Medical Supply", "Components", "Retail Group", "Industrial", "Distribution", "Automation");

    private static final Market UNITED_STATES = new Market(
            "美国", "北美", "USD", "+1", false, words("Chicago Houston Seattle Atlanta Denver Boston Memphis"), ENGLISH_WORDS, ENGLISH_TRADES,
            List.of(" Inc.", " LLC", " Corp."), words("Smith Johnson Miller Davis Wilson Anderson Taylor Moore Martin Clark"),
            words("James Robert Michael David William Daniel Mark"), words("Mary Jennifer Linda Susan Jessica Karen Emily"));
    private static final Market BRITAIN = new Market(
            "英国", "欧洲", "GBP", "+44", false, words("London Manchester Leeds Bristol Glasgow"), ENGLISH_WORDS, ENGLISH_TRADES,
            List.of(" Ltd", " plc"), words("Brown Evans Thomas Roberts Walker Wright Hughes Green"),
            words("Oliver Harry George Jack Thomas"), words("Olivia Amelia Emma Sophie Charlotte"));
    private static final Market GERMANY = new Market(
            "德国", "欧洲", "EUR", "+49", false, words("Hamburg München Köln Stuttgart Bremen Leipzig"),
            words("Nordstern Rheinwerk Bergmann Hanseatik Schwarzwald Falkenberg Lindner Westermann Hoffmann Krüger"),
            List.of(" Logistik", " Maschinenbau", " Lagertechnik", " Handels", " Medizintechnik", " Lebensmittel"),
            List.of(" GmbH", " AG", " GmbH & Co. KG"), words("Müller Schmidt Schneider Fischer Weber Wagner Becker Schäfer"),
            words("Lukas Jonas Stefan Andreas Thomas Jürgen"), words("Anna Sabine Katrin Julia Monika Heike"));
    private static final Market FRANCE = new Market(
            "法国", "欧洲", "EUR", "+33", false, words("Lyon Paris Lille Nantes Marseille Toulouse"),
            words("Beaumont Lefort Montclair Rivoire Valmy Duchêne Saint-Clair Garonne Provence Chartier"),
            List.of(" Logistique", " Distribution", " Santé", " Industrie", " Alimentaire"), List.of(" SA", " SAS", " SARL"),
            words("Martin Bernard Dubois Laurent Moreau Lefebvre Girard"), words("Pierre Julien Antoine Hervé François"),
            words("Camille Élise Sophie Claire Hélène"));
    private static final Market JAPAN = new Market(
            "日本", "日韩", "JPY", "+81", true, words("東京 大阪 名古屋 福岡 横浜 神戸"),
            words("山田 富士 東洋 大和 北星 光洋 三栄 日進 太陽 朝日野"), List.of("物流", "精機", "電子", "食品", "商事", "医療機器"), List.of("株式会社"),
            words("佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤"), words("健太 翔 大輔 誠 直樹 拓也"), words("陽子 美咲 恵子 由美 さくら 直美"));
    private static final Market KOREA = new Market(
            "韩国", "日韩", "KRW", "+82", true, words("서울 부산 인천 대구 대전"), words("한빛 대성 동아 세진 미래 우진 성광 태평"),
            List.of("물류", "전자", "식품", "산업", "메디칼"), List.of(" 주식회사"), words("김 이 박 최 정 강 조 윤"),
            words("민준 서준 도윤 지훈 현우"), words("서연 지우 민서 수빈 은지"));
    private static final Market TAIWAN = new Market(
            "中国台湾", "港澳台", "TWD", "+886", true, words("台北 新北 台中 台南 高雄 新竹"), words("宏達興 聯昌 永豐盛 台灣精 大同順 統億 中華聯 國泰興"),
            List.of("科技", "物流", "電子", "食品", "貿易", "醫療器材"), List.of("股份有限公司", "有限公司"),
            words("陳 林 黃 張 李 王 吳 劉 蔡 楊"), words("志明 俊傑 建宏 家豪 冠廷"), words("淑芬 雅婷 怡君 美玲 佳穎"));
    private static final Market HONG_KONG = new Market(
            "中国香港", "港澳台", "HKD", "+852", true, words("香港"), words("恆發 利豐達 永安隆 新世昌 環宇 港聯 金輝 東方滙"),
            List.of("貿易", "物流", "國際", "醫療用品", "食品"), List.of("有限公司", "(香港)有限公司"), words("陳 黃 李 梁 何 鄭 葉 歐陽"),
            words("家明 偉傑 子軒 浩然 志強"), words("詠詩 嘉欣 慧敏 曉彤 美儀"));
    private static final Market SINGAPORE = new Market(
            "新加坡", "东南亚", "SGD", "+65", false, words("Singapore"), words("Merlion Straits Raffles Orchard Lion-City Sentosa Keppel-Bay"),
            ENGLISH_TRADES, List.of(" Pte Ltd"), words("Tan Lim Lee Ng Wong Goh Chua Rahman"), words("Wei-Jie Kumar Jun-Hao Marcus Desmond"),
            words("Hui-Min Priya Xin-Yi Rachel Michelle"));

    private static final Weighted<Market> MARKETS = new Weighted<>(
            List.of(UNITED_STATES, GERMANY, JAPAN, TAIWAN, SINGAPORE, HONG_KONG, BRITAIN, FRANCE, KOREA),
            new double[] {22, 15, 15, 12, 10, 9, 7, 5, 5});

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    public static Market one(Chance chance) {
        return MARKETS.one(chance);
    }

    public String company(Chance chance) {
        String name = chance.one(words) + joint() + chance.one(trades).strip();
        String form = chance.one(forms);
        return form.equals("株式会社") && chance.percent(40) ? form + name : name + form;
    }

    /** East Asian names run together. */
    private String joint() {
        return familyFirst ? "" : " ";
    }

    public String person(Chance chance, boolean male) {
        String given = chance.one(male ? men : women);
        String family = chance.one(families);
        return familyFirst ? family + given : given + " " + family;
    }

    /** As it is dialled from abroad. */
    public String phone(Chance chance) {
        return dial + " " + chance.between(20, 99) + " " + chance.digits(4) + " " + chance.digits(4);
    }
}
