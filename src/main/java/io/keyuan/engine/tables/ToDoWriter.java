package io.keyuan.engine.tables;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import io.keyuan.engine.ToDoField;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes rows as things to do in a calendar: VTODO of iCalendar (RFC 5545). */
public final class ToDoWriter implements CellWriter {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final VObjectWriter out;
    private final Places<ToDoField> places;

    private ToDoWriter(VObjectWriter out, Places<ToDoField> places) {
        this.out = out;
        this.places = places;
    }

    public static ToDoWriter to(OutputStream stream, Places<ToDoField> places) {
        var out = new VObjectWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), SyntaxStyle.NEW);
        out.getFoldedLineWriter().setLineLength(CardWriter.LINE);
        return new ToDoWriter(out, places);
    }

    @Override
    public void header(List<String> names) throws IOException {
        out.writeBeginComponent("VCALENDAR");
        out.writeVersion("2.0");
        out.writeProperty("PRODID", "-//Keyuan//Keyuan//EN");
    }

    @Override
    public void write(List<Cell> cells) throws IOException {
        Instant updated = places.updatedAt(cells);
        Instant done = places.moment(cells, ToDoField.DONE_AT);
        String due = places.text(cells, ToDoField.DUE);
        out.writeBeginComponent("VTODO");
        text("UID", places.uid(cells));
        out.writeProperty("DTSTAMP", STAMP.format(updated == null ? Instant.EPOCH : updated));
        text("SUMMARY", places.text(cells, ToDoField.SUMMARY));
        if (!due.isEmpty()) {
            var day = new VObjectParameters();
            day.put("VALUE", "DATE");
            out.writeProperty(null, "DUE", day, due.replace("-", ""));
        }
        text("DESCRIPTION", places.text(cells, ToDoField.NOTE));
        out.writeProperty("STATUS", done == null ? "NEEDS-ACTION" : "COMPLETED");
        if (done != null) {
            out.writeProperty("COMPLETED", STAMP.format(done));
        }
        out.writeProperty(CardWriter.ID, places.id(cells));
        out.writeEndComponent("VTODO");
    }

    private void text(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            out.writeProperty(name, VObjectPropertyValues.escape(text).replace("\r\n", "\\n").replace("\n", "\\n"));
        }
    }

    @Override
    public void close() throws IOException {
        out.writeEndComponent("VCALENDAR");
        out.close();
    }
}
