package io.keyuan.engine.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class TableWriterTest {
    private static final List<String> CHARSETS = List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE");

    @Property(tries = 300)
    void whateverIsWrittenIsReadBack(@ForAll("tables") List<List<String>> rows, @ForAll("charsets") String charset)
            throws IOException {
        List<String> headers = IntStream.range(0, rows.getFirst().size()).mapToObj(i -> "列" + i).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.exact(out)) {
            writer.write(headers);
            rows.forEach(writer::write);
        }
        TableFile table = reopened(recoded(out, charset));
        assertThat(((TextForm) table.form()).charset().name()).isEqualTo(charset);
        assertThat(table.headers()).isEqualTo(headers);
        assertThat(TableFileTest.cells(table)).isEqualTo(rows);
    }

    @Test
    void excelFindsAByteOrderMark() throws IOException {
        assertThat(written(TableWriter::exact, List.of(List.of("客户", ""), List.of("甲", "=1"))))
                .isEqualTo("\uFEFF客户,\r\n甲,=1\r\n");
    }

    @Test
    void formulasAreDefusedWhereTheyMust() throws IOException {
        assertThat(written(TableWriter::safe, List.of(List.of("=1+1", "+86", "-5", "@a", "\tx", "a=b", ""))))
                .isEqualTo("\uFEFF'=1+1,'+86,'-5,'@a,'\tx,a=b,\r\n");
        assertThat(written(TableWriter::safe, List.of(List.of("\r=1")))).isEqualTo("\uFEFF\"'\r=1\"\r\n");
        assertThat(written(TableWriter::safeResume, List.of(List.of("=1+1", "b")))).isEqualTo("'=1+1,b\r\n");
    }

    @Test
    void refusedRowsComeBackWithTheirReasonsAndCanBeBroughtAgain() throws IOException {
        List<String> reasonHeaders = List.of("失败原因", "代码");
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        try (FailureWriter failures = FailureWriter.open(first, List.of("名称", "电话"), reasonHeaders)) {
            failures.write(new Row(2, List.of("甲", "=1"), null), List.of("电话不对", "phone"));
            failures.write(new Row(3, List.of("乙"), Row.Problem.TOO_FEW_CELLS), List.of("缺列", "few"));
            failures.write(new Row(4, List.of("丙", "1", "x"), Row.Problem.TOO_MANY_CELLS), List.of("多列", "many"));
        }
        TableFile again = reopened(first.toByteArray());
        assertThat(again.headers()).containsExactly("名称", "电话", "失败原因", "代码");
        assertThat(TableFileTest.cells(again))
                .containsExactly(
                        List.of("甲", "=1", "电话不对", "phone"),
                        List.of("乙", "", "缺列", "few"),
                        List.of("丙", "1", "多列", "many", "x"));
    }

    @Test
    void reasonsOfAnEarlierAttemptGiveWay() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FailureWriter failures = FailureWriter.open(out, List.of("名称", "失败原因", "电话"), List.of("失败原因"))) {
            failures.write(new Row(2, List.of("甲", "旧", "1"), null), List.of("新"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> failures.write(new Row(3, List.of(), null), List.of()));
        }
        TableFile again = reopened(out.toByteArray());
        assertThat(again.headers()).containsExactly("名称", "电话", "失败原因");
        assertThat(TableFileTest.cells(again)).containsExactly(List.of("甲", "1", "新"));
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.strings().withChars("客户名称北京\",;|\t\r\n' =甲a1").ofMaxLength(8)),
                Tuple.of(1, Arbitraries.strings()
                        .excludeChars('\uFEFF', '\uFFFF', '\uFFFE', '\0')
                        .ofMaxLength(20)
                        .filter(StandardCharsets.UTF_8.newEncoder()::canEncode)));
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(width -> cell.list().ofSize(width).list().ofMinSize(1).ofMaxSize(20));
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of(CHARSETS);
    }

    private interface Opening {
        TableWriter open(ByteArrayOutputStream out) throws IOException;
    }

    private static String written(Opening opening, List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = opening.open(out)) {
            rows.forEach(writer::write);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] recoded(ByteArrayOutputStream utf8, String charset) {
        return utf8.toString(StandardCharsets.UTF_8).getBytes(Charset.forName(charset));
    }

    private static TableFile reopened(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("table", ".csv");
        file.toFile().deleteOnExit();
        return TableFile.open(Files.write(file, bytes), Hints.none());
    }
}
