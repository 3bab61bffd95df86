package io.keyuan.engine.tables;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a workbook, to which its cells refer by number. A sheet of a million names has a million of them: they are put
 * aside in a file as far as cells ask for them, and only where each begins and the latest thousands are kept in memory.
 */
final class SharedStrings implements AutoCloseable {
    private static final int REMEMBERED = 20_000;
    private static final int LONGEST_REMEMBERED = 200;

    private final @Nullable InputStream bytes;
    private final @Nullable XMLStreamReader xml;
    private final Path file;
    private final DataOutputStream out;
    private final FileChannel in;
    private final Map<Integer, String> latest = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long[] begins = new long[1024];
    private int count;
    private long length;
    private long flushed;

    private SharedStrings(@Nullable InputStream bytes, @Nullable XMLStreamReader xml) throws IOException {
        this.bytes = bytes;
        this.xml = xml;
        file = Files.createTempFile("strings-", ".tmp");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        in = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    }

    static SharedStrings of(Workbook workbook) throws IOException, XMLStreamException {
        if (!workbook.has(workbook.strings())) {
            return new SharedStrings(null, null);
        }
        InputStream bytes = workbook.part(workbook.strings());
        return new SharedStrings(bytes, Xml.read(bytes));
    }

    /** @return null where there is none of this number */
    @Nullable String get(int number) throws IOException, XMLStreamException {
        while (number >= count && readOne()) {
            // The next one may be it.
        }
        if (number < 0 || number >= count) {
            return null;
        }
        String known = latest.get(number);
        if (known == null) {
            known = fetch(number);
            remember(number, known);
        }
        return known;
    }

    private boolean readOne() throws IOException, XMLStreamException {
        while (xml != null && xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("si")) {
                put(Xml.text(xml));
                return true;
            }
        }
        return false;
    }

    private void put(String text) throws IOException {
        if (count + 1 >= begins.length) {
            begins = Arrays.copyOf(begins, begins.length * 2);
        }
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        out.write(content);
        remember(count, text);
        begins[count++] = length;
        length += content.length;
        begins[count] = length;
    }

    private void remember(int number, String text) {
        if (text.length() <= LONGEST_REMEMBERED) {
            latest.put(number, text);
        }
    }

    private String fetch(int number) throws IOException {
        if (begins[number + 1] > flushed) {
            out.flush();
            flushed = length;
        }
        ByteBuffer content = ByteBuffer.allocate((int) (begins[number + 1] - begins[number]));
        while (content.hasRemaining() && in.read(content, begins[number] + content.position()) >= 0) {
            // A read may bring less than was asked for.
        }
        return new String(content.array(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try (out; in) {
            if (bytes != null) {
                bytes.close();
            }
        }
    }
}
