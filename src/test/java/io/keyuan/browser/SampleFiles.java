package io.keyuan.browser;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The files a company brings along, in the shape of those in {@code docs/examples}; the same in every run. */
final class SampleFiles {

    static final int OPPORTUNITIES = 130;

    static final String ACCOUNTS = """
            account,sector,year_established,revenue,employees,office_location,subsidiary_of
            北京云帆科技有限公司,software,1996,1100.04,2822,中国,
            上海瑞福医药股份有限公司,medical,1999,251.41,495,中国,
            苏州恒泰精密模具厂,manufacturing,1988,4540.15,3100,中国,
            杭州智联供应链管理有限公司,logistics,2001,316.22,1004,中国,北京云帆科技有限公司
            Hanse Optik GmbH,manufacturing,1979,718.62,2570,Germany,
            南京金禾食品有限公司,retail,1993,1698.2,2974,中国,
            宁波海天包装材料有限公司,manufacturing,2000,1825.82,2974,中国,苏州恒泰精密模具厂
            合肥量子传感技术有限公司,software,2014,91.5,187,中国,
            无锡太湖文旅集团,retail,1986,3027.46,9561,中国,
            台北禾光設計股份有限公司,software,2005,647.18,687,Taiwan,
            常州新北轨道装备公司,manufacturing,1992,2952.73,5106,中国,
            Aldgate Clinics Ltd,medical,1994,405.59,1179,United Kingdom,
            """;

    static final String PRODUCTS = """
            product,series,sales_price
            云舟 基础版,云舟,550
            云舟 专业版,云舟,4821
            云舟 旗舰版,云舟,5482
            Beacon Mini,Beacon,55
            Beacon Pro,Beacon,1096
            磐石 500,磐石,26768
            GTX Pro,GTX,4821
            """;

    static final String TEAMS = """
            sales_agent,manager,regional_office
            林悦,王立新,华东
            周启,王立新,华东
            沈安,王立新,华东
            陈思远,赵敏,华北
            何敏,赵敏,华北
            Ada Whitfield,赵敏,华北
            """;

    private static final List<String> AGENTS = names(TEAMS);
    private static final List<String> GOODS = names(PRODUCTS);
    private static final List<String> CUSTOMERS = names(ACCOUNTS);
    private static final List<String> STAGES = List.of("Won", "Won", "Lost", "Engaging", "Won", "Prospecting", "Lost", "Won", "Engaging", "Won");
    private static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);

    private SampleFiles() {}

    static String pipeline() {
        return "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n"
                + IntStream.range(0, OPPORTUNITIES).mapToObj(SampleFiles::opportunity).collect(Collectors.joining("\n"));
    }

    /** Won ones have a value, lost ones none to speak of, open ones neither a value nor an end; one in six names no account. */
    private static String opportunity(int row) {
        String stage = STAGES.get(row % STAGES.size());
        boolean closed = stage.equals("Won") || stage.equals("Lost");
        LocalDate engaged = BEGIN.plusDays(row * 2L % 190);
        // Some files write the product in one word; the map knows.
        String product = row % 21 == 6 ? "GTXPro" : GOODS.get(row * 5 % GOODS.size());
        return String.join(",",
                "OP%04d".formatted(row + 1),
                AGENTS.get(row * 3 % 7 % AGENTS.size()),
                product,
                row % 6 == 5 ? "" : CUSTOMERS.get(row * 7 % CUSTOMERS.size()),
                stage,
                stage.equals("Prospecting") ? "" : engaged.toString(),
                closed ? engaged.plusDays(20 + row % 40).toString() : "",
                closed ? String.valueOf(stage.equals("Won") ? 480 + row * 977 % 27_000 : 0) : "");
    }

    private static List<String> names(String file) {
        return file.lines().skip(1).map(line -> line.split(",", 2)[0]).toList();
    }
}
