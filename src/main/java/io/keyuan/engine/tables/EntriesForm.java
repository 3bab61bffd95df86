package io.keyuan.engine.tables;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cards of an address book or the entries of a calendar, as a table: each is a row, and what any of them has is a column. */
public final class EntriesForm implements TableForm {

    /** What such a file begins with, and how it is read. */
    private enum Kind {
        VCF("BEGIN:VCARD", CardEntries::new),
        ICS("BEGIN:VCALENDAR", CalendarEntries::new);

        private final String beginning;
        private final Function<Reader, Entries> reading;

        Kind(String beginning, Function<Reader, Entries> reading) {
            this.beginning = beginning;
            this.reading = reading;
        }
    }

    private final Path file;
    private final Encoding encoding;
    private final Kind kind;
    private final List<EntryColumn> columns;

    private EntriesForm(Path file, Encoding encoding, Kind kind) throws IOException {
        this.file = file;
        this.encoding = encoding;
        this.kind = kind;
        Set<EntryColumn> found = EnumSet.noneOf(EntryColumn.class);
        try (Entries entries = read()) {
            for (Entry entry = next(entries); entry != null; entry = next(entries)) {
                found.addAll(entry.values().keySet());
            }
        }
        this.columns = List.copyOf(found);
    }

    /** @return null where the file is neither */
    static @Nullable EntriesForm of(Path file, FileSample sample, Hints hints) throws IOException {
        Encoding encoding = sample.encoding(hints);
        String text = sample.text(encoding).stripLeading().toUpperCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.beginning)) {
                return new EntriesForm(file, encoding, kind);
            }
        }
        return null;
    }

    /** As the ends of names of such files say it. */
    public String format() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** How its characters are coded. */
    public Charset charset() {
        return encoding.charset();
    }

    Entries read() throws IOException {
        return kind.reading.apply(encoding.open(file));
    }

    @Nullable Entry next(Entries entries) throws IOException {
        try {
            return entries.next();
        } catch (CharacterCodingException wrong) {
            throw UndecodableByte.in(file, encoding);
        }
    }

    @Override
    public TableRows open(int width) throws IOException {
        var rows = new EntryRows(this, columns);
        rows.advance();
        return rows;
    }
}
