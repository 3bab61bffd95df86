package io.keyuan.demo.story;

import static io.keyuan.catalog.Product.PRODUCT;
import static io.keyuan.sales.Competitor.COMPETITOR;

import io.keyuan.engine.Draft;
import io.keyuan.engine.Money;
import io.keyuan.engine.Past;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the company sells, and who else does. */
final class Catalogue {

    /**
     * @param yuan what one costs
     * @param most how many somebody buys at most
     * @param likely how often it is asked for
     */
    record Article(String code, String name, String unit, int yuan, int most, double likely, boolean onSale) {}

    static final List<Article> ARTICLES = List.of(
            new Article("YH-S100", "温湿度传感器 S100", "piece", 380, 120, 9, true),
            new Article("YH-S200", "货位感应器 S200", "piece", 260, 400, 8, true),
            new Article("YH-S310", "冷链记录仪 S310", "piece", 860, 80, 6, true),
            new Article("YH-G20", "边缘网关 G20", "piece", 4_800, 12, 7, true),
            new Article("YH-G50", "边缘网关 G50", "piece", 9_600, 8, 4, true),
            new Article("YH-R10", "手持终端 R10", "piece", 2_400, 60, 8, true),
            new Article("YH-R30", "工业平板 R30", "piece", 5_200, 30, 5, true),
            new Article("YH-P5", "标签打印机 P5", "piece", 3_100, 15, 5, true),
            new Article("YH-A1", "搬运机器人 A1", "piece", 128_000, 12, 3, true),
            new Article("YH-A3", "叉取机器人 A3", "piece", 236_000, 6, 2, true),
            new Article("YH-L8", "电子标签拣选系统 L8", "set", 96_000, 4, 3, true),
            new Article("YH-C4", "箱式输送线 C4", "set", 185_000, 3, 1.5, true),
            new Article("YH-WMS-S", "云衡仓储管理 标准版", "year", 36_000, 3, 8, true),
            new Article("YH-WMS-E", "云衡仓储管理 企业版", "year", 128_000, 3, 4, true),
            new Article("YH-TMS", "云衡运输管理", "year", 68_000, 3, 3, true),
            new Article("YH-BI", "仓储数据看板", "year", 28_000, 2, 4, true),
            new Article("YH-API", "系统对接接口包", "set", 45_000, 2, 4, true),
            new Article("YH-SVC-I", "实施服务", "hour", 650, 160, 7, true),
            new Article("YH-SVC-T", "操作培训", "hour", 480, 40, 5, true),
            new Article("YH-SVC-M", "年度维保 标准", "year", 18_000, 3, 6, true),
            new Article("YH-SVC-V", "年度维保 7×24", "year", 58_000, 3, 2, true),
            new Article("YH-S90", "温湿度传感器 S90（停产）", "piece", 320, 40, 0, false));

    private record Rival(String name, String threat, String site, String products, String strengths, String weaknesses) {}

    private static final List<Rival> RIVALS = List.of(
            new Rival("智仓云科技", "high", "https://zhicang.example", "仓储管理云服务", "价格低，渠道多", "硬件靠外购，现场服务慢"),
            new Rival("海川自动化", "high", "https://haichuan.example", "机器人、输送线", "硬件自研，案例大", "软件老旧，对接费用高"),
            new Rival("Nordlager Systems", "medium", "https://nordlager.example", "WMS, conveyor systems", "Strong in Europe", "No local service in Asia"),
            new Rival("和辰信息", "medium", "https://hechen.example", "进销存、仓库软件", "中小客户多", "撑不住大仓"),
            new Rival("东洋物流機器", "low", "https://toyo-buturyu.example", "自動倉庫", "品质稳定", "交期长，价格高"),
            new Rival("灵犀物联", "low", "https://lingxi.example", "传感器、网关", "单品便宜", "没有整体方案"));

    private final Instant begun;
    private final Staff staff;
    private final StoryIds ids;

    Catalogue(Instant begun, Staff staff, StoryIds ids) {
        this.begun = begun;
        this.staff = staff;
        this.ids = ids;
    }

    UUID id(int article) {
        return ids.id("product", article, begun);
    }

    Chapter products() {
        return new Chapter(PRODUCT, ARTICLES.size(), index -> {
            Article article = ARTICLES.get(index);
            return Tale.of(Draft.create(PRODUCT, id(index), Map.of(PRODUCT.unit.name(), article.unit()))
                    .in(new Past(begun, staff.id(Staff.DIRECTOR)))
                    .set(PRODUCT.name, article.name())
                    .set(PRODUCT.code, article.code())
                    .set(PRODUCT.price, Money.of(BigDecimal.valueOf(article.yuan()), Currencies.HOME))
                    .set(PRODUCT.onSale, article.onSale()));
        });
    }

    Chapter competitors() {
        return new Chapter(COMPETITOR, RIVALS.size(), index -> {
            Rival rival = RIVALS.get(index);
            return Tale.of(Draft.create(COMPETITOR, ids.id("competitor", index, begun), Map.of(COMPETITOR.threat.name(), rival.threat()))
                    .in(new Past(begun, staff.id(Staff.DIRECTOR)))
                    .set(COMPETITOR.owner, staff.ref(Staff.DIRECTOR))
                    .set(COMPETITOR.name, rival.name())
                    .set(COMPETITOR.website, rival.site())
                    .set(COMPETITOR.products, rival.products())
                    .set(COMPETITOR.strengths, rival.strengths())
                    .set(COMPETITOR.weaknesses, rival.weaknesses()));
        });
    }
}
