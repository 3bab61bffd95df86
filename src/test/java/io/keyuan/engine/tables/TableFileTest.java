package io.keyuan.engine.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyuan.engine.tables.TableProblem.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {
    private static final String SIMPLIFIED =
            "客户名称,电话,备注\n北京华信科技有限公司,010-88886666,\"重点客户,\n下周回访\"\n上海远大贸易有限公司,13812345678,已签约\n";
    private static final String TRADITIONAL =
            "客戶名稱,電話,備註\n台積電股份有限公司,03-5636688,\"重點客戶,\n下週回訪\"\n鴻海精密工業,02-22683466,已簽約\n";

    private final Path folder;

    TableFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void findsOutHowSimplifiedChineseIsCoded(String charset) throws IOException {
        TableFile table = open(SIMPLIFIED.getBytes(charset));
        assertThat(text(table).charset().name()).isEqualTo(charset);
        assertThat(table.headers()).containsExactly("客户名称", "电话", "备注");
        assertThat(cells(table).getFirst()).containsExactly("北京华信科技有限公司", "010-88886666", "重点客户,\n下周回访");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "x-windows-950", "UTF-16LE", "UTF-16BE"})
    void findsOutHowTraditionalChineseIsCoded(String charset) throws IOException {
        TableFile table = open(TRADITIONAL.getBytes(charset));
        assertThat(text(table).charset().name()).isEqualTo(charset);
        assertThat(table.headers()).containsExactly("客戶名稱", "電話", "備註");
        assertThat(cells(table)).hasSize(2);
    }

    @Test
    void aWordIsEnoughToTellBig5FromGb18030() throws IOException {
        assertThat(open("id,備註\n".getBytes("x-windows-950")).headers()).containsExactly("id", "備註");
        assertThat(open("id,备注\n".getBytes("GB18030")).headers()).containsExactly("id", "备注");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkDecidesAndIsNoPartOfTheHeader(String charset) throws IOException {
        TableFile table = open(('\uFEFF' + "name,note\n甲,乙\n").getBytes(charset));
        assertThat(text(table).charset().name()).isEqualTo(charset);
        assertThat(table.headers()).containsExactly("name", "note");
    }

    @Test
    void looksBehindTheFirstAsciiMegabyteForTheCharset() throws IOException {
        String ascii = "name,note\n" + "plain,text\n".repeat(100_000);
        assertThat(text(open((ascii + "北京,客户\n").getBytes("GB18030"))).charset().name()).isEqualTo("GB18030");
        assertThat(text(open((ascii + "北京,客户\n").getBytes(StandardCharsets.UTF_8))).charset())
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void hintsAreObeyed() throws IOException {
        Path file = file("a;b,c\n1;2,3\n".getBytes(StandardCharsets.US_ASCII));
        TableFile table = TableFile.open(file, new Hints(Charset.forName("GBK"), ',', null));
        assertThat(text(table).charset().name()).isEqualTo("GBK");
        assertThat(table.headers()).containsExactly("a;b", "c");
    }

    @ParameterizedTest
    @CsvSource({"','", ";", "'\t'", "|"})
    void findsOutTheSeparatorThoughOthersStandInCells(char separator) throws IOException {
        String text = "name|note|sum\n甲|1,5;2|\"x|y, z\"\n乙|3,5|4;\t5\n丙|a,b,c|\n".replace('|', separator);
        assertThat(text(open(text.getBytes(StandardCharsets.UTF_8))).separator()).isEqualTo(separator);
    }

    @Test
    void aTableMayHaveOneColumn() throws IOException {
        TableFile table = open("name\r\n甲\r\n\"\"\r\n\r\n乙".getBytes(StandardCharsets.UTF_8));
        assertThat(cells(table)).containsExactly(List.of("甲"), List.of(""), List.of("乙"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesMayEndAsOnAnySystemAndTellTheirNumber(String end) throws IOException {
        String text = String.join(end, "a,b", "1,\"x" + end + "y\"", "", "2,z");
        TableFile table = open(text.getBytes(StandardCharsets.UTF_8));
        try (TableRows rows = table.rows()) {
            assertThat(rows.next()).isEqualTo(new Row(2, List.of("1", "x" + end + "y"), null));
            assertThat(rows.next()).isEqualTo(new Row(5, List.of("2", "z"), null));
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void aRowOfTheWrongLengthSaysSoAndTheRestIsRead() throws IOException {
        TableFile table = open("a,b\n1\n1,2,3\n1,2\n".getBytes(StandardCharsets.UTF_8));
        try (TableRows rows = table.rows()) {
            assertThat(rows.next().problem()).isEqualTo(Row.Problem.TOO_FEW_CELLS);
            assertThat(rows.next()).isEqualTo(new Row(3, List.of("1", "2", "3"), Row.Problem.TOO_MANY_CELLS));
            assertThat(rows.next().problem()).isNull();
        }
    }

    @Test
    void aRowWithoutEndIsReadWithoutKeepingItAll() throws IOException {
        TableFile table = open(("a,b\n" + ",".repeat(1_000_000) + "\n1,2\n").getBytes(StandardCharsets.UTF_8));
        try (TableRows rows = table.rows()) {
            Row row = rows.next();
            assertThat(row.problem()).isEqualTo(Row.Problem.TOO_MANY_CELLS);
            assertThat(row.cells()).hasSize(501);
            assertThat(rows.next().cells()).containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\r\n\n", "\uFEFF"})
    void aFileWithoutARowIsEmpty(String text) throws IOException {
        assertProblem(text.getBytes(StandardCharsets.UTF_8), Code.EMPTY_FILE, Map.of());
    }

    @Test
    void aHeaderNeedsANameAndEachOnlyOnce() throws IOException {
        assertProblem(", ,\u3000\n1,2,3\n", Code.NO_HEADER, Map.of());
        assertProblem(
                "Name,电话, name \n", Code.DUPLICATE_HEADER, Map.of("name", "name", "first", 1, "second", 3));
    }

    @Test
    void aColumnWithoutANameIsCalledByItsPlace() throws IOException {
        assertThat(open("a,,b,\n".getBytes(StandardCharsets.UTF_8)).headers()).containsExactly("a", "#2", "b", "#4");
        assertThat(open("#2,,##2\n".getBytes(StandardCharsets.UTF_8)).headers()).containsExactly("#2", "###2", "##2");
    }

    @Test
    void aRowHasItsBounds() throws IOException {
        String cells = ("," + "长".repeat(95_000)).repeat(11);
        TableFile table = open(("a,b\n1,2\n3" + cells + "\n").getBytes(StandardCharsets.UTF_8));

        TableProblem problem = catchThrowableOfType(TableProblem.class, () -> cells(table));

        assertThat(problem.code()).isEqualTo(Code.ROW_TOO_LONG);
        assertThat(problem.args()).isEqualTo(Map.of("line", 3L, "most", 1_000_000));
    }

    @Test
    void aHeaderHasItsBounds() throws IOException {
        String columns = IntStream.rangeClosed(1, 501).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertProblem(columns + "\n", Code.TOO_MANY_COLUMNS, Map.of("columns", 501, "most", 500));
    }

    @ParameterizedTest
    @ValueSource(ints = {100_001, 5_000_000})
    void aCellHasItsBounds(int length) throws IOException {
        TableFile table = open(("a,b\n1,2\n3," + "长".repeat(length) + "\n").getBytes(StandardCharsets.UTF_8));
        TableProblem problem = catchThrowableOfType(TableProblem.class, () -> cells(table));
        assertThat(problem.code()).isEqualTo(Code.CELL_TOO_LONG);
        assertThat(problem.args()).isEqualTo(Map.of("line", 3L, "column", 2, "most", 100_000));
    }

    @Test
    void aQuoteThatIsNeverClosedIsReportedWithItsLine() throws IOException {
        TableFile table = open("a,b\n1,2\n3,\"x\n4,5\n6,7".getBytes(StandardCharsets.UTF_8));
        try (TableRows rows = table.rows()) {
            assertThat(rows.next().cells()).containsExactly("1", "2");
            TableProblem problem = catchThrowableOfType(TableProblem.class, rows::hasNext);
            assertThat(problem.code()).isEqualTo(Code.UNCLOSED_QUOTE);
            assertThat(problem.args()).isEqualTo(Map.of("line", 3L));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 70_000, 200_001})
    void aByteThatMeansNothingIsReportedWithItsPosition(int before) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("名称,b\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(("x,y\n".repeat(before / 4) + "z".repeat(before % 4)).getBytes(StandardCharsets.UTF_8));
        int position = bytes.size();
        bytes.writeBytes(new byte[] {(byte) 0xFF, 'a', '\n'});
        Path file = file(bytes.toByteArray());
        Hints utf8 = new Hints(StandardCharsets.UTF_8, null, null);
        TableProblem problem =
                catchThrowableOfType(TableProblem.class, () -> cells(TableFile.open(file, utf8)));
        assertThat(problem.code()).isEqualTo(Code.UNDECODABLE_BYTE);
        assertThat(problem.args()).isEqualTo(Map.of("position", (long) position, "charset", "UTF-8"));
    }

    @Test
    void filesThatAreNoTextAreNamed() throws IOException {
        assertProblem(zip("[Content_Types].xml", "xl/workbook.xml"), Code.DAMAGED_WORKBOOK, Map.of());
        assertProblem(zip("readme.txt"), Code.BINARY_FILE, Map.of("format", "zip"));
        assertProblem("%PDF-1.7\n", Code.BINARY_FILE, Map.of("format", "pdf"));
        assertProblem(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0},
                Code.BINARY_FILE,
                Map.of("format", "png"));
        assertProblem(new byte[] {1, 0, 0, 0, 7, 0, 3, 0, 0, 0}, Code.BINARY_FILE, Map.of("format", "unknown"));
    }

    private void assertProblem(String text, Code code, Map<String, Object> args) throws IOException {
        assertProblem(text.getBytes(StandardCharsets.UTF_8), code, args);
    }

    private void assertProblem(byte[] bytes, Code code, Map<String, Object> args) throws IOException {
        Path file = file(bytes);
        TableProblem problem =
                catchThrowableOfType(TableProblem.class, () -> TableFile.open(file, Hints.none()));
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.args()).isEqualTo(args);
    }

    private TableFile open(byte[] bytes) throws IOException {
        return TableFile.open(file(bytes), Hints.none());
    }

    private static TextForm text(TableFile table) {
        return (TextForm) table.form();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "table", ".csv"), bytes);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }

    static List<List<String>> cells(TableFile table) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        try (TableRows rows = table.rows()) {
            rows.forEachRemaining(row -> cells.add(row.cells()));
        }
        return cells;
    }
}
