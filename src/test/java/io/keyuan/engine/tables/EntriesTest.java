package io.keyuan.engine.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Address books and calendars of other programs are read as tables. */
class EntriesTest {

    private final Path folder;

    EntriesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<Map<String, String>> read(String text, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("file"), text.replace("\n", "\r\n").getBytes(charset));
        TableFile table = TableFile.open(file, Hints.none());
        List<Map<String, String>> found = new ArrayList<>();
        try (TableRows rows = table.rows()) {
            while (rows.hasNext()) {
                List<String> cells = rows.next().cells();
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    if (!cells.get(i).isEmpty()) {
                        row.put(table.headers().get(i), cells.get(i));
                    }
                }
                found.add(row);
            }
        }
        return found;
    }

    private List<Map<String, String>> read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    @Test
    void aCardOfAnIPhoneIsARow() throws IOException {
        List<Map<String, String>> rows = read("""
                BEGIN:VCARD
                VERSION:3.0
                PRODID:-//Apple Inc.//iPhone OS 18.0//EN
                N:林;悦;;;
                FN:林悦
                ORG:北京云帆科技有限公司;采购部;
                TITLE:采购经理
                EMAIL;type=INTERNET;type=WORK;type=pref:lin.yue@yunfan.example
                EMAIL;type=INTERNET;type=HOME:lin@home.example
                TEL;type=CELL;type=VOICE;type=pref:138 0013 8000
                TEL;type=WORK;type=FAX:010-6391 1001
                item1.ADR;type=WORK;type=pref:;;中关村大街 1 号;北京;北京市;100080;中国
                BDAY:1985-03-12
                NOTE:第一行\\n第二行\\, 还有
                END:VCARD
                """);

        assertThat(rows).containsExactly(Map.of(
                "Name", "林悦", "Organisation", "北京云帆科技有限公司", "Department", "采购部", "Position", "采购经理", "Mobile", "138 0013 8000",
                "E-mail", "lin.yue@yunfan.example", "Address", "中国北京市北京中关村大街 1 号", "Birthday", "1985-03-12", "Remarks", "第一行\n第二行, 还有",
                "Other", "Fax: 010-6391 1001\nE-mail: lin@home.example"));
    }

    /** Telephones of years ago write vCard 2.1, quoted-printable, in whatever their language is coded. */
    @Test
    void anOldCardIsReadInItsOwnCoding() throws IOException {
        List<Map<String, String>> rows = read("""
                BEGIN:VCARD
                VERSION:2.1
                N;ENCODING=QUOTED-PRINTABLE;CHARSET=GB18030:=CD=F5;=B7=BC;;;
                TEL;CELL:13912345678
                TEL;WORK:0512-66668888
                END:VCARD
                BEGIN:VCARD
                VERSION:2.1
                FN:Ann
                END:VCARD
                """, StandardCharsets.US_ASCII);

        assertThat(rows).containsExactly(Map.of("Name", "王芳", "Mobile", "13912345678", "Telephone", "0512-66668888"), Map.of("Name", "Ann"));
    }

    @Test
    void whatIsToBeDoneAndWhatTakesPlaceAreRows() throws IOException {
        List<Map<String, String>> rows = read("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Example//EN
                BEGIN:VTIMEZONE
                TZID:Asia/Shanghai
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:+0800
                TZOFFSETTO:+0800
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VTODO
                UID:todo-1
                SUMMARY:回访常州新北\\, 报价
                DUE;VALUE=DATE:20261130
                STATUS:IN-PROCESS
                PRIORITY:1
                END:VTODO
                BEGIN:VEVENT
                UID:event-1
                SUMMARY:A visit of a name so long that it is
                  folded
                DTSTART;TZID=Asia/Shanghai:20261201T093000
                DTEND:20261201T030000Z
                LOCATION:Suzhou
                RRULE:FREQ=WEEKLY
                BEGIN:VALARM
                DESCRIPTION:soon
                TRIGGER:-PT15M
                END:VALARM
                END:VEVENT
                END:VCALENDAR
                """);

        assertThat(rows).containsExactly(
                Map.of("External ID", "todo-1", "Title", "回访常州新北, 报价", "Due", "2026-11-30", "State", "doing", "Priority", "high"),
                Map.of(
                        "External ID", "event-1", "Title", "A visit of a name so long that it is folded", "Start", "2026-12-01T09:30+08:00",
                        "End", "2026-12-01T03:00:00Z", "Place", "Suzhou", "Other", "Repeats: FREQ=WEEKLY"));
    }

    @Test
    void whatHasNoEntriesIsEmpty() {
        TableProblem problem = catchThrowableOfType(TableProblem.class, () -> read("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n"));

        assertThat(problem.code()).isEqualTo(TableProblem.Code.EMPTY_FILE);
    }

    /** An entry is held in memory: one without an end must not be. */
    @Test
    void anEntryThatDoesNotEndIsRefused() {
        String note = "BEGIN:VCARD\nVERSION:3.0\nFN:x\nNOTE:" + "y".repeat(PieceReader.MOST);

        assertThat(catchThrowableOfType(TableProblem.class, () -> read(note)).code()).isEqualTo(TableProblem.Code.ROW_TOO_LONG);
        assertThat(catchThrowableOfType(TableProblem.class, () -> read("BEGIN:VCARD\nVERSION:3.0\nFN:" + "y".repeat(200_000) + "\nEND:VCARD\n")).code())
                .isEqualTo(TableProblem.Code.ROW_TOO_LONG);
    }

    @Test
    void brokenFilesAreNoEntriesOrAreRefusedInWords() throws IOException {
        for (String text : List.of(
                "BEGIN:VCARD\n", "BEGIN:VCARD\nBEGIN:VCARD\nEND:VCARD", "BEGIN:VCARD\n:;:;;=\n\n  \nFN\nVERSION:9\nEND:VCARD\nEND:VCARD",
                "BEGIN:VCALENDAR\nBEGIN:VTODO\nDUE:tomorrow\nDUE;VALUE=DATE:2026\nDTSTART:99999999T999999Z\nSUMMARY\n", "BEGIN:VCALENDAR\nEND:VTODO\n",
                "BEGIN:VCALENDAR\nBEGIN:VTODO\nDTSTART;TZID=Nowhere:20260101T000000\nPRIORITY:x\nEND:VTODO")) {
            try {
                read(text);
            } catch (TableProblem refused) {
                assertThat(refused.code()).isEqualTo(TableProblem.Code.EMPTY_FILE);
            }
        }
    }
}
