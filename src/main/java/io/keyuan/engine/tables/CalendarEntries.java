package io.keyuan.engine.tables;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be done and what takes place in a calendar: the VTODO and VEVENT of iCalendar (RFC 5545). */
final class CalendarEntries implements Entries {

    private static final Set<String> READ = Set.of("VTODO", "VEVENT");

    private static final Map<String, String> STATES =
            Map.of("COMPLETED", "done", "IN-PROCESS", "doing", "NEEDS-ACTION", "open");

    private static final int MIDDLE = 5;

    private final PieceReader text;
    private final VObjectReader reader;
    private final Listener listener = new Listener();
    private long line = 1;

    CalendarEntries(Reader reader) {
        text = new PieceReader(reader);
        this.reader = new VObjectReader(text, SyntaxRules.iCalendar());
    }

    @Override
    public @Nullable Entry next() throws IOException {
        text.begin(line);
        listener.found = null;
        reader.parse(listener);
        return listener.found;
    }

    @Override
    public long line() {
        return line;
    }

    private final class Listener implements VObjectDataListener {

        private Entry entry = new Entry();
        private @Nullable Entry found;

        @Override
        public void onComponentBegin(String name, Context context) {
            if (READ.contains(name)) {
                entry = new Entry();
                line = context.getLineNumber();
            }
        }

        @Override
        public void onComponentEnd(String name, Context context) {
            if (READ.contains(name)) {
                found = entry;
                context.stop();
            }
        }

        /** An alarm within an entry has a text of its own. */
        @Override
        public void onProperty(VObjectProperty property, Context context) {
            List<String> within = context.getParentComponents();
            if (!within.isEmpty() && READ.contains(within.getLast())) {
                put(entry, property);
            }
        }

        @Override
        public void onVersion(String value, Context context) {}

        /** What cannot be understood is no property. */
        @Override
        public void onWarning(Warning warning, @Nullable VObjectProperty property, @Nullable Exception thrown, Context context) {}
    }

    private static void put(Entry entry, VObjectProperty property) {
        String value = VObjectPropertyValues.unescape(property.getValue());
        switch (property.getName().toUpperCase(Locale.ROOT)) {
            case CardWriter.ID -> {
                entry.put(EntryColumn.ID, value);
                entry.values().remove(EntryColumn.EXTERNAL_ID);
            }
            case "UID" -> {
                if (!entry.has(EntryColumn.ID)) {
                    entry.put(EntryColumn.EXTERNAL_ID, value);
                }
            }
            case "SUMMARY" -> entry.put(EntryColumn.SUMMARY, value);
            case "DESCRIPTION" -> entry.put(EntryColumn.NOTE, value);
            case "LOCATION" -> entry.put(EntryColumn.PLACE, value);
            case "DTSTART" -> entry.put(EntryColumn.START, CalendarTime.moment(property));
            case "DTEND" -> entry.put(EntryColumn.END, CalendarTime.moment(property));
            case "DUE" -> entry.put(EntryColumn.DUE, CalendarTime.day(property));
            case "STATUS" -> entry.put(EntryColumn.STATE, STATES.getOrDefault(value.toUpperCase(Locale.ROOT), value.toLowerCase(Locale.ROOT)));
            case "PRIORITY" -> entry.put(EntryColumn.PRIORITY, priority(value));
            case "RRULE" -> entry.other("Repeats", value);
            case "URL" -> entry.other("URL", value);
            default -> {
                // Stamps and what calendars tell each other.
            }
        }
    }

    /** From 1, the highest, to 9; 0 is none. */
    private static @Nullable String priority(String value) {
        if (!value.matches("[1-9]")) {
            return null;
        }
        int of = Integer.parseInt(value);
        return of < MIDDLE ? "high" : of == MIDDLE ? "normal" : "low";
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
