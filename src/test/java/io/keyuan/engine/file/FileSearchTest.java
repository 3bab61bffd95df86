package io.keyuan.engine.file;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestForm;
import io.keyuan.TestTenant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Records are found by what is in their files, by whoever sees the records. */
class FileSearchTest {

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final String customer = admin.post("/api/v1/customers", Map.of("name", "远山科技")).expect(201).id();
    private final String files = "/api/v1/customers/" + customer + "/files";

    @TempDir
    private Path folder = Path.of("");

    private String add(String name, byte[] bytes) {
        return admin.post(files, new TestForm().file(name, bytes)).expect(201).items().getFirst().get("id").asString();
    }

    private static List<JsonNode> found(TestClient reader, String words) {
        return reader.get("/api/v1/search?q=" + encoded(words)).expect(200).items();
    }

    private JsonNode awaitFound(String words) {
        await().atMost(Duration.ofMinutes(2)).until(() -> !found(admin, words).isEmpty());
        return found(admin, words).getFirst();
    }

    @Test
    void aWordInADocumentFindsItsRecord() throws IOException {
        add("会议纪要.docx", document("双方同意于明年三月交付琉璃屏风", "signed in triplicate"));

        JsonNode hit = awaitFound("琉璃屏风");

        assertThat(hit.get("id").asString()).isEqualTo(customer);
        assertThat(hit.get("title").asString()).isEqualTo("远山科技");
        assertThat(hit.get("matched").asString()).startsWith("会议纪要.docx").contains("琉璃屏风");
        assertThat(found(admin, "triplicate")).hasSize(1);
        assertThat(found(admin, "屏琉")).as("the same characters otherwise").isEmpty();
    }

    @Test
    void aWordInAWorkbookFindsItsRecord() throws IOException {
        add("报价.xlsx", workbook("翡翠台灯"));
        assertThat(awaitFound("翡翠台灯").get("matched").asString()).startsWith("报价.xlsx");
    }

    @Test
    void aWordInAPdfFindsItsRecord() {
        add("合同.pdf", pdf("青铜风铃"));
        assertThat(awaitFound("青铜风铃").get("matched").asString()).startsWith("合同.pdf");
    }

    @Test
    void whatAFileIsCalledFindsItsRecordAtOnce() {
        add("玄武岩样品.bin", new byte[] {1, 2, 3});
        assertThat(found(admin, "玄武岩")).hasSize(1);
        assertThat(found(admin, "xuanwuyan")).as("as it is spoken").hasSize(1);
    }

    @Test
    void whoeverDoesNotSeeTheRecordDoesNotFindIt() throws IOException {
        TestClient stranger = company.person("stranger");
        String role = admin.post("/api/v1/roles", Map.of("name", "own", "grants", List.of(
                Map.of("object", "customers", "rights", List.of("read"), "read", Map.of("scopes", List.of("own")))))).expect(201).id();
        admin.put("/api/v1/users/" + stranger.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        add("秘密.docx", document("麒麟计划"));
        awaitFound("麒麟计划");

        assertThat(found(stranger, "麒麟计划")).isEmpty();
        assertThat(found(RunningProgram.freshTenant().administrator(), "麒麟计划")).isEmpty();
    }

    @Test
    void whatIsDeletedOrWasAnOlderVersionIsNotFound() throws IOException {
        String file = files + "/" + add("计划.docx", document("白鹿书院"));
        awaitFound("白鹿书院");
        admin.post(file + "/versions", new TestForm().file("计划.docx", document("黑松驿站"))).expect(201);
        awaitFound("黑松驿站");
        assertThat(found(admin, "白鹿书院")).isEmpty();

        admin.delete(file).expect(204);
        assertThat(found(admin, "黑松驿站")).isEmpty();
        admin.post(file + "/restore", Map.of()).expect(200);
        assertThat(found(admin, "黑松驿站")).hasSize(1);
    }

    @Test
    void whatCannotBeReadStopsNothing() throws Exception {
        byte[] whole = document("断章取义");
        add("broken.docx", Arrays.copyOf(whole, whole.length / 2));
        add("locked.pdf", encrypted(pdf("封存档案")));
        add("after.docx", document("雨后春笋"));

        awaitFound("雨后春笋");

        assertThat(found(admin, "断章取义")).isEmpty();
        assertThat(found(admin, "封存档案")).isEmpty();
        assertThat(found(admin, "locked")).as("its name is still known").hasSize(1);
    }

    /** A text of one line that unpacks to hundreds of times its size, and a reader that is given no time at all. */
    @Test
    void aReaderIsBoundInMemoryAndTime() throws Exception {
        Path bomb = Files.write(folder.resolve("bomb.docx"), document("A".repeat(50_000_000)));
        var bound = new TextExtraction(Duration.ofMinutes(1));
        String text = bound.read(bomb, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", folder);
        assertThat(text == null || text.length() <= TextExtraction.ENOUGH + 2).isTrue();

        Path fine = Files.write(folder.resolve("fine.docx"), document("fine"));
        assertThat(new TextExtraction(Duration.ZERO).read(fine, "text/plain", folder)).isNull();
    }

    private static byte[] document(String... paragraphs) throws IOException {
        var body = new StringBuilder();
        for (String paragraph : paragraphs) {
            body.append("<w:p><w:r><w:t>").append(paragraph).append("</w:t></w:r></w:p>");
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            entry(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\""
                    + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            entry(zip, "word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                    + body + "</w:body></w:document>");
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static byte[] workbook(String word) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            book.createSheet("报价").createRow(0).createCell(0).setCellValue(word);
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    /** With a font that every reader of PDFs knows by its name, so that none has to be in it. */
    private static byte[] pdf(String words) {
        String text = "BT /F 24 Tf 40 100 Td <" + HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_16BE)) + "> Tj ET";
        return ("""
                %%PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
                4 0 obj<</Length %d>>stream
                %s
                endstream endobj
                5 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>endobj
                6 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>endobj
                7 0 obj<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>endobj
                trailer<</Root 1 0 R>>
                """).formatted(text.length(), text).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] encrypted(byte[] pdf) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(pdf)) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
