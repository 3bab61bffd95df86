package io.keyuan.engine.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyuan.engine.tables.TableProblem.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void cellsAreWhatPeopleSeeInThem() throws IOException {
        byte[] book = new Sheets()
                .strings("<si><t>客户名称</t></si>", "<si><r><t>云杉</t></r><r><t>科技</t></r><rPh><t>yun</t></rPh></si>")
                .sheet("数据", """
                        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is></c><c r="C1" t="str"><v>c</v></c>
                          <c r="D1" t="str"><v>d</v></c><c r="E1" t="str"><v>e</v></c><c r="F1" t="str"><v>f</v></c><c r="G1" t="str"><v>g</v></c></row>
                        <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>42795</v></c><c r="C3" s="2"><v>42795</v></c>
                          <c r="D3" s="3"><v>42795.5</v></c><c r="E3" s="4"><v>0.125</v></c><c r="F3" s="5"><v>0.30000000000000004</v></c>
                          <c r="G3"><f>1+1</f><v>1.38E10</v></c></row>
                        <row r="4"><c r="B4" t="b"><v>1</v></c></row>
                        <row r="5"><c r="A5" s="1"/></row>""")
                .bytes();

        TableFile table = open(book);

        assertThat(table.headers()).containsExactly("客户名称", "b", "c", "d", "e", "f", "g");
        assertThat(TableFileTest.cells(table)).containsExactly(
                List.of("云杉科技", "2017-03-01", "2017-03-01", "2017-03-01T12:00:00", "12.5%", "0.3", "13800000000"),
                List.of("", "true", "", "", "", "", ""));
        try (TableRows rows = table.rows()) {
            assertThat(rows.next().line()).as("the number Excel shows beside the row").isEqualTo(3);
        }
    }

    @Test
    void theSheetThatIsAskedForIsRead() throws IOException {
        byte[] book = new Sheets().texts("一月", List.of(List.of("name"), List.of("A"))).texts("二月", List.of(List.of("name"), List.of("B"))).bytes();
        Path file = file(book);

        assertThat(((SheetForm) TableFile.open(file, Hints.none()).form()).sheets()).containsExactly("一月", "二月");
        assertThat(TableFileTest.cells(TableFile.open(file, new Hints(null, null, "二月")))).containsExactly(List.of("B"));
        assertThat(catchThrowableOfType(TableProblem.class, () -> TableFile.open(file, new Hints(null, null, "三月"))).code())
                .isEqualTo(Code.NO_SUCH_SHEET);
    }

    @Test
    void textsThatAreNotInMemoryAnyMoreAreFoundAgain() throws IOException {
        int many = 60_000;
        String[] strings = IntStream.range(0, many).mapToObj(i -> "<si><t>名" + i + "</t></si>").toArray(String[]::new);
        String rows = IntStream.range(0, many).mapToObj(i -> "<row><c t=\"s\"><v>" + i + "</v></c></row>").collect(Collectors.joining())
                + "<row><c t=\"s\"><v>7</v></c></row>";

        List<List<String>> cells = TableFileTest.cells(open(new Sheets().strings(strings).sheet("s", rows).bytes()));

        assertThat(cells).hasSize(many).last().isEqualTo(List.of("名7"));
        assertThat(cells.get(41_234)).containsExactly("名41235");
    }

    @Test
    void whatOnlyLooksLikeAWorkbookIsRefusedByName() throws IOException {
        byte[] old = HexFormat.of().parseHex("d0cf11e0a1b11ae10000000000000000");
        var encrypted = new ByteArrayOutputStream();
        encrypted.write(old);
        encrypted.write("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));

        assertThat(refusal(old)).isEqualTo(Code.OLD_WORKBOOK);
        assertThat(refusal(encrypted.toByteArray())).isEqualTo(Code.ENCRYPTED_FILE);
        assertThat(refusal(new Sheets().sheet("s", "<row><c t=\"s\"><v>99</v></c></row>").bytes())).isEqualTo(Code.DAMAGED_WORKBOOK);
        assertThat(refusal(new Sheets().sheet("s", "").bytes())).isEqualTo(Code.EMPTY_FILE);
    }

    @Test
    void aSmallFileThatUnpacksToAHugeOneIsNotReadToItsEnd() throws IOException {
        byte[] bomb = new Sheets().sheet("s", "<row><c t=\"str\"><v>name</v></c></row>" + " ".repeat(80 << 20)).bytes();

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(refusal(bomb)).isEqualTo(Code.INFLATED_WORKBOOK);
    }

    private Code refusal(byte[] bytes) throws IOException {
        Path file = file(bytes);
        return catchThrowableOfType(TableProblem.class, () -> TableFileTest.cells(TableFile.open(file, Hints.none()))).code();
    }

    private TableFile open(byte[] bytes) throws IOException {
        return TableFile.open(file(bytes), Hints.none());
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "book", ".xlsx"), bytes);
    }
}
