package io.keyuan.fiction;

/** Names of people, with the surnames as frequent as they are in China. */
public final class PersonNames {

    /** Per cent of the population, from the yearly report of the Ministry of Public Security. */
    private static final Weighted<String> SURNAMES = Weighted.parse("""
            王7.17 李7.00 张6.74 刘5.10 陈4.61 杨3.22 黄2.45 吴2.00 赵2.00 周1.90 徐1.45 孙1.38 马1.29 朱1.28 胡1.16 林1.13
            郭1.13 何1.06 高1.00 罗0.95 郑0.93 梁0.85 谢0.76 宋0.70 唐0.69 许0.66 邓0.62 冯0.62 韩0.61 曹0.60 曾0.58 彭0.58
            萧0.56 蔡0.53 潘0.52 田0.52 董0.51 袁0.50 于0.48 余0.48 叶0.48 蒋0.47 杜0.47 苏0.46 魏0.45 程0.44 吕0.45 丁0.43
            沈0.41 任0.41 姚0.40 卢0.40 傅0.40 钟0.40 姜0.39 崔0.38 谭0.38 廖0.37 范0.36 汪0.36 陆0.36 金0.35 石0.34 戴0.34
            贾0.33 韦0.32 夏0.31 邱0.31 方0.31 侯0.30 邹0.30 熊0.29 孟0.28 秦0.28 白0.28 江0.28 阎0.27 薛0.26 尹0.26 段0.25
            雷0.25 黎0.24 史0.24 龙0.24 陶0.24 贺0.23 顾0.23 毛0.23 郝0.23 龚0.22 邵0.22 万0.21 钱0.21 严0.20 覃0.20 欧阳0.09
            上官0.01 诸葛0.01 司马0.01""");

    private static final Weighted<String> MALE = Weighted.parse("""
            伟9 强7 军6 勇5 杰5 磊5 涛5 明5 超4 刚4 平3 辉3 鹏3 华3 飞3 波3 斌3 宇4 浩5 凯3 健3 俊4 帆2 帅2 旭2 宁2 龙3 林2 欣1 鑫3
            建5 文5 志6 子4 晓3 国4 海3 永2 嘉3 天2 一2 泽3 博2 家3 振2 德2 思1 成2 光2 卫1 新2 东2""");
    private static final Weighted<String> FEMALE = Weighted.parse("""
            芳7 娜6 敏6 静7 丽7 艳5 娟4 霞4 秀4 玲5 燕4 红4 梅3 英4 婷6 雪4 慧4 莹3 倩3 琳3 洁3 颖3 欣4 怡4 佳4 雯2 璐2 萍3 兰2 玉3
            晓4 雨4 梦3 思3 诗2 子2 美2 春2 淑3 桂2 海1 文2 一1 嘉2 紫1 语1 可1 若1 月2 云2""");

    private PersonNames() {}

    public static String one(Chance chance, boolean male) {
        Weighted<String> given = male ? MALE : FEMALE;
        String first = given.one(chance);
        return SURNAMES.one(chance) + (chance.percent(18) ? first : first + given.one(chance));
    }
}
