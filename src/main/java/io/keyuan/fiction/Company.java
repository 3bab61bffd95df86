package io.keyuan.fiction;

import java.util.List;

/**
 * A company by name: where it is, what it calls itself, what it does, and its legal form.
 *
 * @param trade the word of its name for what it does, such as 科技
 * @param industry the code of the choice
 */
public record Company(String city, String word, String trade, String industry, String form) {

    private static final Weighted<String> CITIES = Weighted.parse("""
            北京90 上海95 深圳88 广州70 杭州62 成都50 苏州55 南京44 武汉42 重庆48 天津36 西安35 宁波34 青岛32 长沙31 郑州33
            无锡28 东莞40 佛山30 厦门24 合肥26 济南25 福州20 沈阳18 大连18 昆明16 南昌14 石家庄15 太原10 哈尔滨12 长春10 贵阳9
            南宁11 常州16 温州20 嘉兴14 绍兴14 台州15 金华17 泉州18 惠州12 中山15 珠海12 烟台12 潍坊10 徐州10 南通15 扬州9
            镇江7 湖州8 芜湖7 洛阳8 襄阳6 宜昌5 株洲5 绵阳5 桂林4 三亚2 海口5 兰州6 银川3 西宁2 乌鲁木齐6 呼和浩特5 拉萨1""");

    private static final String FIRST = "云华瑞恒金鑫天宏盛嘉泰中东海联新博创信智凯德正安永元百万世纪兴隆启明领先卓优蓝绿紫星光锐思汇聚融达飞腾"
            + "骏龙凤鹏森林江河湖山石润美康健乐福禄祥吉庆佳益丰";
    private static final String SECOND = "帆锐通达诚信远创博源泰和瑞丰盛隆兴旺发展宇航天翔飞腾跃升辉煌耀星辰光明晟铭泽润涵海洋川岳峰岭松柏桐楠杉枫"
            + "语思想维度量衡准典雅致臻美嘉佳益智慧能动力科迪欧诺曼森维拓朗逸";

    private static final Weighted<List<String>> TRADES = new Weighted<>(
            List.of(
                    List.of("科技", "software"), List.of("信息技术", "software"), List.of("网络科技", "software"),
                    List.of("软件", "software"), List.of("机械设备", "manufacturing"), List.of("电子", "manufacturing"),
                    List.of("实业", "manufacturing"), List.of("新材料", "manufacturing"), List.of("精密制造", "manufacturing"),
                    List.of("医疗器械", "medical"), List.of("生物医药", "medical"), List.of("商贸", "retail"),
                    List.of("食品", "retail"), List.of("服饰", "retail"), List.of("投资管理", "finance"),
                    List.of("融资租赁", "finance"), List.of("供应链管理", "logistics"), List.of("国际货运代理", "logistics"),
                    List.of("教育咨询", "education"), List.of("文化传播", "other"), List.of("建筑工程", "other"),
                    List.of("环保工程", "other"), List.of("酒店管理", "other"), List.of("农业发展", "other")),
            new double[] {18, 7, 6, 4, 8, 6, 5, 4, 4, 3, 3, 9, 5, 4, 3, 1, 3, 2, 4, 4, 5, 3, 2, 3});

    private static final Weighted<String> FORMS = Weighted.parse("有限公司80 有限责任公司6 股份有限公司8 集团有限公司6");

    public static Company one(Chance chance) {
        List<String> trade = TRADES.one(chance);
        return new Company(CITIES.one(chance), word(chance), trade.getFirst(), trade.getLast(), FORMS.one(chance));
    }

    private static String word(Chance chance) {
        String word = "" + FIRST.charAt(chance.below(FIRST.length())) + SECOND.charAt(chance.below(SECOND.length()));
        return chance.percent(12) ? word + SECOND.charAt(chance.below(SECOND.length())) : word;
    }

    /** As on its licence: 杭州云帆科技有限公司. */
    public String name() {
        return city + word + trade + form;
    }

    /** As people call it: 云帆科技. */
    public String shortName() {
        return word + trade;
    }
}
