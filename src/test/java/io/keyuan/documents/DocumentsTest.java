package io.keyuan.documents;

import static io.keyuan.documents.WordFile.paragraph;
import static io.keyuan.documents.WordFile.row;
import static io.keyuan.documents.WordFile.run;
import static io.keyuan.documents.WordFile.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestForm;
import io.keyuan.TestTenant;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Documents of records, from the upload of a template to what comes out of it. */
class DocumentsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    private String customer(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "北京远山科技"));
        body.putAll(more);
        return admin.post("/api/v1/customers?duplicates=allow", body).expect(201).id();
    }

    private String template(String object, WordFile file) {
        String id = admin.post("/api/v1/document-templates", Map.of("name", "情况表", "object", object, "language", "zhCn")).expect(201).id();
        admin.post("/api/v1/document-templates/" + id + "/files", new TestForm().file("情况表.docx", file.bytes())).expect(201);
        return id;
    }

    private TestAnswer keep(TestClient client, String object, String record, String template, String format) {
        return client.post("/api/v1/" + object + "/" + record + "/documents", Map.of("template", template, "format", format, "keep", true));
    }

    private byte[] made(String object, String record, String template, String format) {
        return content(object, record, keep(admin, object, record, template, format).expect(201));
    }

    private byte[] content(String object, String record, TestAnswer kept) {
        return admin.bytes("/api/v1/" + object + "/" + record + "/files/" + kept.text("/file/id") + "/content");
    }

    private List<String> complaints(WordFile file) {
        return complaints(file.bytes(), "表.docx");
    }

    private List<String> complaints(byte[] content, String name) {
        String id = admin.post("/api/v1/document-templates", Map.of("name", "坏模板", "object", "opportunities")).expect(201).id();
        TestAnswer refused = admin.with("Accept-Language", "zh-CN")
                .post("/api/v1/document-templates/" + id + "/files", new TestForm().file(name, content)).expect(422);
        assertThat(admin.get("/api/v1/document-templates/" + id + "/files").items()).isEmpty();
        return refused.at("/errors").valueStream().map(error -> error.get("message").asString()).toList();
    }

    @Test
    void whatATemplateAsksForIsPutIn() throws IOException {
        String customer = customer(Map.of("address", "海淀", "remarks", "甲\n乙"));
        String split = "<w:p>" + run("地址：{") + "<w:r><w:rPr><w:b/></w:rPr><w:t>{addr</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>ess}</w:t></w:r>" + run("}。") + "</w:p>";
        String field = "<w:p>" + run("名称：") + "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> MERGEFIELD name </w:instrText></w:r>"
                + "<w:r><w:instrText>\\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>«name»</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:fldSimple w:instr=' MERGEFIELD &quot;owner.name&quot; '>" + run("«owner»") + "</w:fldSimple></w:p>";
        String box = "<w:p><w:r><w:pict><v:textbox><w:txbxContent>" + paragraph("框：{{name}}") + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>";
        String template = template("customers", WordFile.of(
                table(row("客户", "{{name}}")) + split + field + box + paragraph("电话 {{phone|—}}") + paragraph("{{#remarks}}备注 {{remarks}}{{/remarks}}{{^remarks}}无备注{{/remarks}}{{^website}}，无网站{{/website}}")
                        + paragraph("{{#website}}") + paragraph("网站 {{website}}") + paragraph("{{/website}}")));

        byte[] document = made("customers", customer, template, "docx");

        assertThat(WordFile.words(document)).isEqualTo("客户\n北京远山科技\n地址：海淀。\n名称：北京远山科技" + ownerOf(customer) + "\n框：北京远山科技\n\n电话 —\n备注 甲\n乙，无网站");
        assertThat(WordFile.part(document, "word/document.xml")).contains("<w:t xml:space=\"preserve\">甲</w:t><w:br/>").doesNotContain("keyuan-tag").doesNotContain("MERGEFIELD");
        assertThat(WordFile.part(document, "word/header1.xml")).contains(admin.get("/api/v1/metadata").text("/tenant/name"));
    }

    @Test
    void partsOfAnAddressAreCalledByTheirNames() throws IOException {
        admin.post("/api/v1/customers/attributes", Map.of("label", "Site", "name", "c_site", "type", "address")).expect(201);
        String customer = customer(Map.of("c_site", Map.of("district", "440305", "street", "科苑路8号")));
        String template = template("customers", WordFile.of(
                paragraph("{{c_site.country}}/{{c_site.province}}/{{c_site.city}}/{{c_site.district}}/{{c_site.street}}/{{c_site.postcode|—}}") + paragraph("{{c_site}}")));

        assertThat(WordFile.words(made("customers", customer, template, "docx"))).isEqualTo("中国/广东省/深圳市/南山区/科苑路8号/—\n广东省深圳市南山区科苑路8号");
        String inBeijing = customer(Map.of("c_site", Map.of("district", "110108")));
        assertThat(WordFile.words(made("customers", inBeijing, template, "docx"))).isEqualTo("中国/北京市/北京市/海淀区//—\n北京市海淀区");
    }

    private String ownerOf(String customer) {
        return admin.get("/api/v1/customers/" + customer).text("/owner/title");
    }

    @Test
    void aRowStandsForEachLine() throws IOException {
        String product = admin.post("/api/v1/products", Map.of("name", "云服务器")).expect(201).id();
        String other = admin.post("/api/v1/products", Map.of("name", "存储")).expect(201).id();
        String opportunity = admin.post("/api/v1/opportunities", Map.of(
                "title", "机房扩容", "amount", Map.of("amount", "1234567.5", "currency", "CNY"), "closeDate", "2026-12-01",
                "lines", List.of(
                        Map.of("product", Map.of("id", product), "quantity", "3", "price", Map.of("amount", "9800", "currency", "USD")),
                        Map.of("product", Map.of("id", other), "quantity", "1.5")))).expect(201).id();
        String template = template("opportunities", WordFile.of(
                table(row("序号", "产品", "数量", "单价"), row("{{#lines}}{{index}}", "{{product.name}}", "{{quantity}}", "{{price|面议}}{{/lines}}"))
                        + paragraph("共 {{amount}}，{{closeDate}}前，阶段{{stage}}，{{title}}")
                        + paragraph("{{#lines}}") + paragraph("{{product}}") + paragraph("{{/lines}}") + paragraph("完")));

        assertThat(WordFile.words(made("opportunities", opportunity, template, "docx"))).isEqualTo("""
                序号
                产品
                数量
                单价
                1
                云服务器
                3
                US$9,800.00
                2
                存储
                1.5
                面议
                共 ¥1,234,567.50，2026年12月1日前，阶段初步接触，机房扩容
                云服务器
                存储
                完""".replace("初步接触", label("opportunities", "stage", "prospecting")));
    }

    private String label(String object, String attribute, String code) {
        JsonNode metadata = admin.with("Accept-Language", "zh-CN").get("/api/v1/metadata").at("/objects");
        return metadata.valueStream().filter(each -> each.get("name").asString().equals(object))
                .flatMap(each -> each.get("attributes").valueStream()).filter(each -> each.get("name").asString().equals(attribute))
                .flatMap(each -> each.get("choices").valueStream()).filter(each -> each.get("code").asString().equals(code))
                .map(each -> each.get("label").asString()).findFirst().orElseThrow();
    }

    @Test
    void whatARecordSaysIsOnlyEverText() throws IOException {
        String hostile = "{{owner.name}} <w:p> & «x» \u202Egnp 😀 ابجد";
        String template = template("customers", WordFile.of(paragraph("[{{name}}]") + paragraph("{{remarks}}")));
        String long5000 = "汉".repeat(4990);
        String customer = customer(Map.of("name", hostile, "remarks", long5000));

        byte[] document = made("customers", customer, template, "docx");

        assertThat(WordFile.words(document)).isEqualTo("[{{owner.name}} <w:p> & «x» gnp 😀 ابجد]\n" + long5000);
        try (PDDocument pdf = Loader.loadPDF(made("customers", customer, template, "pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("{{owner.name}} <w:p> & «x»").contains("汉汉汉汉");
        }
    }

    @Test
    void aPdfShowsChineseWithItsOwnLetters() throws IOException {
        String customer = customer(Map.of("address", "北京市海淀區聯絡道 8 號 網際網路大廈 發票"));
        String letters = "<w:p><w:r><w:rPr><w:rFonts w:eastAsia='宋体' w:ascii='微软雅黑'/><w:b/></w:rPr><w:t>客户基本情况表 {{name}}</w:t></w:r></w:p>";
        String template = template("customers", WordFile.of(letters + table(row("地址", "{{address}}"))));

        try (PDDocument pdf = Loader.loadPDF(made("customers", customer, template, "pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("客户基本情况表 北京远山科技").contains("北京市海淀區聯絡道 8 號 網際網路大廈 發票");
            PDPage page = pdf.getPage(0);
            List<String> fonts = new ArrayList<>();
            for (var name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                fonts.add(font.getName());
            }
            assertThat(fonts).isNotEmpty().allSatisfy(font -> assertThat(font).matches("[A-Z]{6}\\+NotoSansSC-.*"));
            assertThat(darkness(new PDFRenderer(pdf).renderImageWithDPI(0, 60))).isGreaterThan(0.002);
        }
    }

    /** How much of a picture is ink. */
    private static double darkness(BufferedImage picture) {
        int dark = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                dark += (picture.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return (double) dark / (picture.getWidth() * picture.getHeight());
    }

    @Test
    void whatOneMayNotReadStaysEmptyAndIsTold() throws IOException {
        String customer = customer(Map.of("phone", "+86 10 6391 1234"));
        String opportunity = admin.post("/api/v1/opportunities", Map.of("title", "扩容", "customer", Map.of("id", customer), "remarks", "机密")).expect(201).id();
        String template = template("opportunities", WordFile.of(paragraph("{{title}}|{{customer.name}}|{{customer.phone}}|{{remarks}}")));
        TestClient rep = company.person("rep");
        String role = admin.post("/api/v1/roles", Map.of("name", "narrow", "grants", List.of(
                Map.of("object", "opportunities", "rights", List.of("read", "edit"), "read", Map.of("scopes", List.of("all")), "write", Map.of("scopes", List.of("all")),
                        "attributes", Map.of("remarks", "hidden")),
                Map.of("object", "document-templates", "rights", List.of("read"))))).expect(201).id();
        admin.put("/api/v1/users/" + rep.person() + "/roles", Map.of("roles", List.of(role))).expect(200);

        TestAnswer kept = keep(rep, "opportunities", opportunity, template, "docx").expect(201);

        assertThat(WordFile.words(content("opportunities", opportunity, kept))).isEqualTo("扩容|||");
        assertThat(kept.at("/left")).extracting(each -> each.get("path").asString() + " " + each.get("why").asString())
                .contains("remarks attribute").anyMatch(each -> each.startsWith("customer.name ")).anyMatch(each -> each.startsWith("customer.phone "));
        rep.post("/api/v1/document-templates/" + template + "/files", new TestForm().file("x.docx", WordFile.of(paragraph("x")).bytes())).expect(403);
    }

    @Test
    void aMaskedValueIsMaskedInADocument() throws IOException {
        String customer = customer(Map.of("phone", "+86 10 6391 1234"));
        String template = template("customers", WordFile.of(paragraph("{{phone}}")));
        TestClient looker = company.person("looker");
        String role = admin.post("/api/v1/roles", Map.of("name", "masked", "grants", List.of(
                Map.of("object", "customers", "rights", List.of("read", "edit"), "read", Map.of("scopes", List.of("all")), "write", Map.of("scopes", List.of("all")),
                        "attributes", Map.of("phone", "masked")),
                Map.of("object", "document-templates", "rights", List.of("read"))))).expect(201).id();
        admin.put("/api/v1/users/" + looker.person() + "/roles", Map.of("roles", List.of(role))).expect(200);

        String words = WordFile.words(content("customers", customer, keep(looker, "customers", customer, template, "docx").expect(201)));

        assertThat(words).contains("****").doesNotContain("6391");
    }

    @Test
    void aTemplateIsLookedThroughBeforeItIsKept() {
        assertThat(complaints(WordFile.of(paragraph("甲方：") + paragraph("客户 {{custmer.name}}"))))
                .containsExactly("第 2 段（“客户 {{custmer.name}}”）：没有字段 {{custmer.name}}，是否为 customer.name？");
        assertThat(complaints(WordFile.of(paragraph("{{zzzzzzzzzz}}")))).containsExactly("第 1 段（“{{zzzzzzzzzz}}”）：没有字段 {{zzzzzzzzzz}}。");
        assertThat(complaints(WordFile.of(paragraph("{{#lines}}{{quantity}}")))).containsExactly("第 1 段（“{{#lines}}{{quantity}}”）：{{#lines}} 没有结束。");
        assertThat(complaints(WordFile.of(paragraph("{{lines}}")))).singleElement().asString().contains("{{#lines}} … {{/lines}}");
        assertThat(complaints(WordFile.of(paragraph("x")).calling("document.main+xml", "document.macroEnabled.main+xml"))).singleElement().asString().contains("宏");
        assertThat(complaints(WordFile.of(paragraph("x")).part("word/vbaProject.bin", "x"))).singleElement().asString().contains("宏");
        assertThat(complaints(WordFile.of(paragraph("x")).pointing("oleObject", "embeddings/a.bin", false))).singleElement().asString().contains("嵌入");
        assertThat(complaints(WordFile.of(paragraph("x")).pointing("image", "http://192.0.2.1/x.png", true))).singleElement().asString().contains("链接");
        assertThat(complaints(WordFile.of("<w:p><w:fldSimple w:instr=' INCLUDETEXT c:/secret '>" + run("x") + "</w:fldSimple></w:p>"))).singleElement().asString().contains("链接");
        assertThat(complaints(WordFile.of(paragraph("x")).part("word/document.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"))).singleElement().asString().contains("损坏");
        assertThat(complaints(WordFile.of(paragraph("x")).part("word/media/bomb.bin", new byte[70 << 20]))).singleElement().asString().contains("过大");
        assertThat(complaints("just text".getBytes(StandardCharsets.UTF_8), "a.txt")).singleElement().asString().contains("不是 Word 文档");
        byte[] locked = new byte[2048];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1}, 0, locked, 0, 8);
        assertThat(complaints(locked, "a.doc")).singleElement().asString().contains(".doc");
    }

    @Test
    void whereAWordTemplateCameFromIsNotCarriedOn() throws IOException {
        String template = template("customers", WordFile.of(paragraph("{{name}}"))
                .part("word/settings.xml", "<w:settings xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
                        + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><w:attachedTemplate r:id='rId1'/></w:settings>")
                .part("word/_rels/settings.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1'"
                        + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate' Target='file:///C:/Users/wang/n.dotm' TargetMode='External'/></Relationships>"));

        byte[] document = made("customers", customer(Map.of()), template, "docx");

        assertThat(WordFile.part(document, "word/settings.xml")).doesNotContain("attachedTemplate");
        assertThat(WordFile.part(document, "word/_rels/settings.xml.rels")).doesNotContain("wang");
    }

    @Test
    void aDocumentThatIsMadeAgainIsANewVersionOfIt() {
        String customer = customer(Map.of());
        String template = template("customers", WordFile.of(paragraph("{{name}}")));

        String first = keep(admin, "customers", customer, template, "docx").expect(201).text("/file/id");
        admin.patch("/api/v1/customers/" + customer, 1, Map.of("industry", "energy")).expectOneOf(200, 422);
        TestAnswer second = keep(admin, "customers", customer, template, "docx").expect(201);

        assertThat(second.text("/file/id")).isEqualTo(first);
        assertThat(second.at("/file/version").asInt()).isEqualTo(2);
        assertThat(second.text("/file/name")).isEqualTo("情况表-北京远山科技.docx");
        assertThat(admin.get("/api/v1/customers/" + customer + "/files").items()).hasSize(1);
        TestAnswer sent = admin.post("/api/v1/customers/" + customer + "/documents", Map.of("template", template, "format", "docx")).expect(200);
        assertThat(sent.header("Content-Disposition")).startsWith("attachment");
        assertThat(admin.get("/api/v1/customers/" + customer + "/files").items()).hasSize(1);
    }

    @Test
    void theNewestVersionOfATemplateCounts() throws IOException {
        String customer = customer(Map.of());
        String template = template("customers", WordFile.of(paragraph("旧 {{name}}")));
        String files = "/api/v1/document-templates/" + template + "/files";
        String file = admin.get(files).items().getFirst().get("id").asString();
        admin.post(files + "/" + file + "/versions", new TestForm().file("b.docx", WordFile.of(paragraph("新 {{name}}")).bytes())).expect(201);
        admin.post(files + "/" + file + "/versions", new TestForm().file("c.docx", WordFile.of(paragraph("{{nam}}")).bytes())).expect(422);

        assertThat(WordFile.words(made("customers", customer, template, "docx"))).isEqualTo("新 北京远山科技");
    }

    @Test
    void whatAsksForTheWrongThingIsRefusedInWords() {
        String customer = customer(Map.of());
        String template = template("opportunities", WordFile.of(paragraph("{{title}}")));
        String empty = admin.post("/api/v1/document-templates", Map.of("name", "空", "object", "customers")).expect(201).id();
        String path = "/api/v1/customers/" + customer + "/documents";

        admin.post(path, Map.of("template", template, "format", "pdf")).expect(422);
        admin.post(path, Map.of("template", empty, "format", "pdf")).expect(422);
        admin.post(path, Map.of("template", "nonsense", "format", "pdf")).expect(400);
        admin.post(path, Map.of("template", "01900000-0000-7000-8000-000000000000", "format", "pdf")).expect(404);
        admin.post(path, Map.of("template", template, "format", "doc")).expect(400);
        admin.post("/api/v1/customers/01900000-0000-7000-8000-000000000000/documents", Map.of("template", template, "format", "pdf")).expect(404);
    }

    @Test
    void partsThatCrossEachOtherAndOtherKindsOfWordAreRefused() {
        assertThat(complaints(WordFile.of(paragraph("{{#remarks}}一") + paragraph("{{/remarks}}{{#tags}}二") + paragraph("{{/tags}}"))))
                .hasSize(2).allMatch(told -> told.contains("另一部分同在一段或一行"));
        assertThat(complaints(WordFile.of(paragraph("{{title}}")).rewritten(
                "word/document.xml", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"))).hasSize(1);
        assertThat(complaints(WordFile.of(paragraph("{{title}}")).rewritten("_rels/.rels", "word/document.xml", "word/other.xml"))).hasSize(1);
    }

    @Test
    void aNoIsNothingToShowAPartFor() throws IOException {
        String product = admin.post("/api/v1/products", Map.of("name", "停产品", "onSale", false)).expect(201).id();
        String template = template("products", WordFile.of(
                paragraph("{{onSale}}{{#onSale}}在售{{/onSale}}{{^onSale}}停售{{/onSale}}")
                        + "<w:p><w:ins>" + run("{{#name}}尊敬的客户") + "</w:ins></w:p>" + paragraph("{{/name}}")));

        assertThat(WordFile.words(made("products", product, template, "docx"))).isEqualTo("否停售\n尊敬的客户");
    }

    @Test
    void fieldsAreOfferedWithWhatARecordSays() {
        String customer = customer(Map.of());

        List<JsonNode> groups = admin.get("/api/v1/customers/merge-fields?record=" + customer).expect(200).at("/groups").valueStream().toList();

        assertThat(groups).flatExtracting(group -> group.get("fields").valueStream().toList())
                .extracting(field -> field.get("path").asString() + "=" + field.path("example").asString(""))
                .contains("name=北京远山科技", "owner=" + ownerOf(customer)).anyMatch(field -> field.startsWith("today="));
    }

    @Test
    void aStarterIsATemplateByItself() throws IOException {
        String customer = customer(Map.of("address", "中关村"));
        String template = admin.post("/api/v1/document-templates", Map.of("name", "客户基本情况表", "object", "customers")).expect(201).id();
        byte[] starter = admin.with("Accept-Language", "zh-CN").bytes("/api/v1/customers/document-starter");
        admin.post("/api/v1/document-templates/" + template + "/files", new TestForm().file("客户基本情况表.docx", starter)).expect(201);

        assertThat(WordFile.words(made("customers", customer, template, "docx"))).contains("北京远山科技").contains("中关村").doesNotContain("{{");
    }

    @Test
    void everyObjectATemplateMayBeForHasAStarterThatIsOne() {
        List<String> objects = admin.get("/api/v1/metadata").at("/objects").valueStream()
                .filter(each -> each.get("name").asString().equals("document-templates"))
                .flatMap(each -> each.get("attributes").valueStream()).filter(each -> each.get("name").asString().equals("object"))
                .flatMap(each -> each.get("choices").valueStream()).map(each -> each.get("code").asString()).toList();
        assertThat(objects).contains("customers", "contact-logs", "tasks");
        assertThat(objects).allSatisfy(object -> {
            String template = admin.post("/api/v1/document-templates", Map.of("name", object, "object", object)).expect(201).id();
            byte[] starter = admin.bytes("/api/v1/" + object + "/document-starter");
            admin.post("/api/v1/document-templates/" + template + "/files", new TestForm().file(object + ".docx", starter)).expect(201);
        });
    }

    @Test
    void whatAJobWritesOfSensitiveAttributesIsInTheTrail() throws IOException {
        String one = customer(Map.of("phone", "0512-6666 8888"));
        String two = customer(Map.of("phone", "0512-6666 9999"));
        String template = template("customers", WordFile.of(paragraph("{{name}} {{phone}}")));
        String role = admin.post("/api/v1/roles", Map.of("name", "of documents", "grants", grants("all"))).expect(201).id();
        TestClient reader = company.person("reader-" + company.slug());
        admin.put("/api/v1/users/" + reader.person() + "/roles", Map.of("roles", List.of(role))).expect(200);

        done(reader, Map.of("ids", List.of(one, two), "template", template, "format", "docx"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(admin.get("/api/v1/audit?kind=sensitive-read&person=" + reader.person()).expect(200).content())
                .contains(one, two, "phone"));
    }

    @Test
    void manyAreMadeByAJobAndOneThatFailsLeavesTheOthersBe() throws IOException {
        String one = customer(Map.of());
        String two = customer(Map.of());
        String gone = "01900000-0000-7000-8000-000000000000";
        String template = template("customers", WordFile.of(paragraph("{{name}} {{today}}")));

        JsonNode job = done(Map.of("ids", List.of(one, two, gone), "template", template, "format", "docx"));

        assertThat(job.at("/result/in").asInt()).isEqualTo(3);
        assertThat(job.at("/result/made").asInt()).isEqualTo(2);
        assertThat(job.at("/result/failed").asInt()).isEqualTo(1);
        assertThat(entries(admin.bytes(job.get("file").asString()))).containsExactlyInAnyOrder("情况表-北京远山科技.docx", "情况表-北京远山科技 (2).docx");
        assertThat(admin.get(job.get("failures").asString()).expect(200).content()).contains(gone);

        JsonNode joined = done(Map.of("ids", List.of(one, two), "template", template, "format", "pdf", "joined", true));
        try (PDDocument pdf = Loader.loadPDF(admin.bytes(joined.get("file").asString()))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        }
        admin.post("/api/v1/customers/documents", Map.of("ids", List.of(one), "template", template, "format", "docx", "joined", true)).expect(422);
    }

    @Test
    void whatWasMadeIsFetchedByTheRightsOfThen() throws IOException {
        String one = customer(Map.of());
        String two = customer(Map.of());
        String template = template("customers", WordFile.of(paragraph("{{name}}")));
        String role = admin.post("/api/v1/roles", Map.of("name", "of documents", "grants", grants("all"))).expect(201).id();
        TestClient reader = company.person("reader-" + company.slug());
        admin.put("/api/v1/users/" + reader.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        JsonNode archive = done(reader, Map.of("ids", List.of(one, two), "template", template, "format", "docx"));
        String gone = "01900000-0000-7000-8000-000000000000";
        JsonNode joined = done(reader, Map.of("ids", List.of(one, two, gone), "template", template, "format", "pdf", "joined", true));
        assertThat(entries(reader.bytes(archive.get("file").asString()))).hasSize(2);
        reader.get(joined.get("file").asString()).expect(200);

        long version = admin.get("/api/v1/roles/" + role).expect(200).version();
        admin.put("/api/v1/roles/" + role, Map.of("name", "of documents", "version", version, "grants", grants("own"))).expect(200);

        await().atMost(PATIENCE).until(() -> reader.get(joined.get("file").asString()).status() == 403);
        assertThat(entries(reader.bytes(archive.get("file").asString()))).isEmpty();
    }

    private static List<Map<String, Object>> grants(String scope) {
        return List.of(
                Map.of("object", "customers", "rights", List.of("read", "export"), "read", Map.of("scopes", List.of(scope))),
                Map.of("object", "document-templates", "rights", List.of("read"), "read", Map.of("scopes", List.of("all"))));
    }

    private static List<String> entries(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private JsonNode done(Map<String, Object> wanted) {
        return done(admin, wanted);
    }

    private static JsonNode done(TestClient asking, Map<String, Object> wanted) {
        String job = "/api/v1/jobs/" + asking.post("/api/v1/customers/documents", wanted).expect(202).id();
        await().atMost(PATIENCE).until(() -> !Set.of("queued", "running").contains(asking.get(job).text("/state")));
        JsonNode ended = asking.get(job).body();
        assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("done");
        return ended;
    }
}
