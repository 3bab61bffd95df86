package io.keyuan.demo.story;

import io.keyuan.fiction.Chance;
import io.keyuan.fiction.Company;
import io.keyuan.fiction.Market;
import io.keyuan.fiction.PersonNames;
import io.keyuan.fiction.Weighted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the story.
 *
 * @param market null for the mainland
 * @param shortName as people call them
 * @param owner the number of the person who looks after them
 * @param size 0 for the smallest company, 1 for the largest
 * @param silent whether nothing was heard of them for long
 */
record Client(
        int index, UUID id, LocalDate day, Instant since, boolean isCompany, boolean male, @Nullable Market market, String name,
        String shortName, String city, String region, String industry, String source, int owner, double size, boolean silent) {

    private static final Map<String, List<String>> CITIES = Map.of(
            "华东", List.of("上海", "杭州", "苏州", "南京", "宁波", "青岛", "无锡", "合肥", "济南", "常州", "温州", "嘉兴", "绍兴", "台州", "金华",
                    "烟台", "潍坊", "徐州", "南通", "扬州", "镇江", "湖州", "芜湖"),
            "华南", List.of("深圳", "广州", "东莞", "佛山", "厦门", "福州", "泉州", "惠州", "中山", "珠海", "桂林", "三亚", "海口", "南宁"),
            "华北", List.of("北京", "天津", "石家庄", "太原", "呼和浩特", "沈阳", "大连", "哈尔滨", "长春", "郑州", "洛阳"));
    private static final Weighted<String> SOURCES =
            Weighted.parse("referral22 exhibition20 website30 telesales18 advertisement6 other4");

    private static final int ABROAD = 18;
    private static final int PRIVATE = 10;
    private static final int KEY_ACCOUNTS = 4;
    private static final int SILENT = 14;

    /** For so many days one hears of those who fall silent. */
    static final int SILENT_AFTER = 120;

    static Client of(int index, int all, Seasons seasons, Staff staff, StoryIds ids) {
        Chance chance = Chance.of("story-client", index);
        LocalDate day = seasons.day((index + 0.5) / all);
        Instant since = seasons.during(day, Chance.of("story-client-time", index));
        Market market = chance.percent(ABROAD) ? Market.one(chance) : null;
        boolean company = market != null || !chance.percent(PRIVATE);
        boolean male = chance.percent(52);
        Company licensed = Company.one(Chance.of("story-company", index));
        double size = Math.pow(chance.share(), 3);
        String city = market == null ? licensed.city() : chance.one(market.cities());
        String region = market == null ? region(city) : market.region();
        boolean key = company && market == null && chance.percent(KEY_ACCOUNTS);
        String name = !company ? PersonNames.one(chance, male) : market == null ? licensed.name() : market.company(chance);
        return new Client(
                index, ids.id("customer", index, since), day, since, company, male, market, name,
                company && market == null ? licensed.shortName() : name, city, region, company ? licensed.industry() : "other",
                SOURCES.one(chance), staff.sellerFor(key ? "大客户" : region, chance), key ? Math.max(size, 0.7) : size,
                chance.percent(SILENT));
    }

    private static String region(String city) {
        return CITIES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(city))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("西部");
    }

    boolean isHeardOfNoMore(LocalDate on) {
        return silent && on.isAfter(day.plusDays(SILENT_AFTER));
    }

    String currency() {
        return market == null ? Currencies.HOME : market.currency();
    }

    String person(Chance chance, boolean man) {
        return market == null ? PersonNames.one(chance, man) : market.person(chance, man);
    }

    String mobile(Chance chance) {
        return market == null ? chance.one(List.of("139", "138", "136", "158", "186", "177")) + chance.digits(8) : market.phone(chance);
    }
}
