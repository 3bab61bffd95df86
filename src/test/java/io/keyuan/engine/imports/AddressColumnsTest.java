package io.keyuan.engine.imports;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files have the parts of an address in columns of their own, which become one address. */
class AddressColumnsTest {

    private static final TestClient ADMIN = RunningProgram.freshTenant().administrator().with("Accept-Language", "zh-CN");
    private static final Importer IMPORTER = new Importer(ADMIN);

    static {
        ADMIN.post("/api/v1/customers/attributes", Map.of("label", "发货地址", "name", "c_ship", "type", "address")).expect(201);
        ADMIN.post("/api/v1/customers/attributes", Map.of("label", "开票地址", "name", "c_bill", "type", "address")).expect(201);
    }

    private static Map<String, Object> guessed(String upload) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (JsonNode column : IMPORTER.get(upload + "/survey?object=customers").path("columns")) {
            JsonNode guess = column.path("guess");
            columns.put(column.path("header").asString(""), guess.path("likely").asBoolean(false) ? Map.of("field", guess.path("field").asString("")) : List.of());
        }
        return columns;
    }

    private static Map<String, Object> map(String mode, Map<String, Object> columns) {
        return Map.of("object", "customers", "mode", mode, "key", mode.equals("create") ? List.of() : List.of("name"), "columns", columns);
    }

    private static JsonNode imported(String mode, String content) {
        String upload = IMPORTER.upload(content);
        return IMPORTER.started(upload, map(mode, guessed(upload)), false);
    }

    private static String failures(JsonNode job) {
        return new String(IMPORTER.bytes(job.path("failures").asString("")), StandardCharsets.UTF_8);
    }

    private static JsonNode customer(String name) {
        return ADMIN.get("/api/v1/customers?fields=name,c_ship,c_bill&filter=" + encoded("name == '" + name + "'")).expect(200).items().getFirst();
    }

    private static String ship(String name) {
        return customer(name).at("/c_ship/text").asString("");
    }

    @Test
    void columnsAreGuessedByTheirHeadsAndComeTogetherToOneAddress() {
        String upload = IMPORTER.upload("客户名称,省,市,区,详细地址,邮编,开票地址 省,开票地址·邮政编码\n甲一,广东,深圳,南山区,科苑路8号,518057,江苏省,210000\n甲二,,北京,海淀区,,,,\n甲三,,,,,,,\n");
        Map<String, Object> columns = guessed(upload);

        assertThat(columns).containsEntry("省", Map.of("field", "c_ship.province")).containsEntry("邮编", Map.of("field", "c_ship.postcode"))
                .containsEntry("详细地址", Map.of("field", "c_ship.street")).containsEntry("开票地址·邮政编码", Map.of("field", "c_bill.postcode"));
        JsonNode tried = IMPORTER.started(upload, map("create", columns), true);
        assertThat(tried.at("/result/created").asInt()).isEqualTo(3);
        JsonNode job = IMPORTER.started(upload, map("create", columns), false);

        assertThat(job.at("/result/created").asInt()).as(job.toString()).isEqualTo(3);
        assertThat(ship("甲一")).isEqualTo("广东省深圳市南山区科苑路8号 518057");
        assertThat(customer("甲一").at("/c_bill/text").asString()).isEqualTo("江苏省 210000");
        assertThat(ship("甲二")).isEqualTo("北京市海淀区");
        assertThat(customer("甲三").has("c_ship")).isFalse();
        JsonNode remembered = IMPORTER.get(IMPORTER.upload("客户名称,省,市,区,详细地址,邮编,开票地址 省,开票地址·邮政编码\n") + "/survey?object=customers").path("remembered");
        assertThat(remembered.at("/columns/市/field").asString()).isEqualTo("c_ship.city");

        IMPORTER.ended("/api/v1/jobs/" + ADMIN.post("/api/v1/jobs/" + job.path("id").asString() + "/undo", Map.of()).expect(202).id());
        assertThat(ADMIN.get("/api/v1/customers?filter=" + encoded("name == '甲一'")).expect(200).items()).isEmpty();
    }

    @Test
    void whatIsWrongIsToldBesideTheColumnOfThePart() {
        String content = "客户名称,省,市,邮编\n乙一,广东,北京,518057\n乙二,火星,,\n乙三,广东,深圳,12\n乙四,,Springfield,\n";
        JsonNode job = imported("create", content);

        assertThat(job.at("/result/failed").asInt()).isEqualTo(4);
        assertThat(failures(job).lines().skip(1)).satisfiesExactly(
                line -> assertThat(line).contains("市：广东省没有这个行政区划"), line -> assertThat(line).contains("省："),
                line -> assertThat(line).contains("邮编："), line -> assertThat(line).contains("市：请选择所在的国家或地区"));
        String upload = IMPORTER.upload(content);
        JsonNode cells = ADMIN.post(upload + "/preview", Map.of("map", map("create", guessed(upload)))).expect(200).at("/rows/0/cells");
        assertThat(cells.path("c_ship.city").has("errors")).isTrue();
        assertThat(cells.path("c_ship.province").has("errors")).isFalse();
    }

    @Test
    void severalColumnsOfAnAddressAreOneWhateverElseIsCalledLikeThem() {
        String upload = IMPORTER.upload("客户名称,省份,城市,区县,发货地址 邮编\n己一,北京市,北京,海淀区,100080\n");
        Map<String, Object> columns = guessed(upload);

        assertThat(columns).containsEntry("城市", Map.of("field", "c_ship.city")).containsEntry("区县", Map.of("field", "c_ship.district"));
        assertThat(guessed(IMPORTER.upload("客户名称,城市,邮编\n己二,北京,\n"))).containsEntry("城市", Map.of("field", "city"));
        JsonNode cells = ADMIN.post(upload + "/preview", Map.of("map", map("create", columns))).expect(200).at("/rows/0/cells");
        assertThat(cells.at("/c_ship.city/value").asString()).isEqualTo("北京市");
        assertThat(cells.at("/c_ship.postcode/value").asString()).isEqualTo("100080");
    }

    @Test
    void whatTheFileDoesNotSayStaysAsItWas() {
        ADMIN.post("/api/v1/customers", Map.of("name", "丙一", "c_ship", "广东省深圳市南山区科苑路8号 518057")).expect(201);

        imported("update", "客户名称,邮编\n丙一,518000\n");
        assertThat(ship("丙一")).isEqualTo("广东省深圳市南山区科苑路8号 518000");
        imported("update", "客户名称,市,详细地址\n丙一,深圳市,\n");
        assertThat(ship("丙一")).isEqualTo("广东省深圳市南山区科苑路8号 518000");
        imported("update", "客户名称,市\n丙一,广州市\n");
        assertThat(ship("丙一")).isEqualTo("广东省广州市科苑路8号 518000");
        JsonNode job = imported("update", "客户名称,市\n丙一,杭州市\n");
        assertThat(failures(job)).contains("市：广东省没有这个行政区划");
        String upload = IMPORTER.upload("客户名称,详细地址\n丙一,\n");
        IMPORTER.started(upload, map("update", Map.of("客户名称", Map.of("field", "name"), "详细地址", Map.of("field", "c_ship.street", "empty", "clear"))), false);
        assertThat(ship("丙一")).isEqualTo("广东省广州市 518000");
    }

    @Test
    void partsStandBesideTheWholeAndConstantsBesideBoth() {
        String upload = IMPORTER.upload("客户名称,开票地址,邮政编码\n丁一,广东省深圳市南山区科苑路8号,518057\n丁二,1 Main St,\n");
        Map<String, Object> columns = Map.of(
                "客户名称", Map.of("field", "name"), "开票地址", Map.of("field", "c_bill"), "邮政编码", Map.of("field", "c_bill.postcode"));
        JsonNode job = IMPORTER.started(upload, map("create", columns), false);

        assertThat(job.at("/result/created").asInt()).as(job.toString()).isEqualTo(2);
        assertThat(customer("丁一").at("/c_bill/text").asString()).isEqualTo("广东省深圳市南山区科苑路8号 518057");
        assertThat(customer("丁二").at("/c_bill/text").asString()).isEqualTo("1 Main St");
        String abroad = IMPORTER.upload("客户名称,城市名\n丁三,Springfield\n");
        Map<String, Object> constant = Map.of(
                "object", "customers", "mode", "create", "columns", Map.of("客户名称", Map.of("field", "name"), "城市名", Map.of("field", "c_ship.city")),
                "constants", Map.of("c_ship.country", "美国"));
        IMPORTER.started(abroad, constant, false);
        assertThat(ship("丁三")).isEqualTo("Springfield, United States");
    }

    @Test
    void withoutAMapColumnsAreWhatTheirHeadsSayInFull() {
        Importer.Result result = IMPORTER.run(Map.of("object", "customers"), "客户名称,发货地址 省,发货地址（市）,c_bill.city\n戊一,广东,深圳,东莞市\n");

        assertThat(result.counts().created()).isEqualTo(1);
        assertThat(ship("戊一")).isEqualTo("广东省深圳市");
        assertThat(customer("戊一").at("/c_bill/text").asString()).isEqualTo("广东省东莞市");
        assertThat(IMPORTER.refusal(Map.of("object", "customers"), "客户名称,省\n戊二,广东\n".getBytes(StandardCharsets.UTF_8)).toString()).contains("省");
    }
}
