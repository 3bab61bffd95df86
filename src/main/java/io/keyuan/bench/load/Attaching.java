package io.keyuan.bench.load;

import io.keyuan.bench.data.World;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Files of records, a megabyte each, none like another; beside them the same bytes written to the disk for good, and read from it. */
final class Attaching {

    private static final String PREFIX = "files: ";
    private static final String LINE = "2026-11-01,杭州云帆科技有限公司,交换机,12,48000.00\n";
    private static final int SIZE = 1 << 20;
    private static final String FILLING = LINE.repeat(SIZE / LINE.getBytes(StandardCharsets.UTF_8).length);

    private final Subject subject;
    private final World world;
    private final String token;
    private final AtomicInteger made = new AtomicInteger();
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    Attaching(Subject subject, World world) {
        this.subject = subject;
        this.world = world;
        this.token = subject.administrator();
    }

    List<Work> all() {
        return List.of(
                new Work(PREFIX + "brought, 1 MB", HttpClient.source(subject.address(), this::brought, answer -> answer.status() == 201), number -> new Disk(true)),
                new Work(PREFIX + "fetched, 1 MB", this::fetcher, number -> new Disk(false)));
    }

    private String files(int number) {
        return "/api/v1/customers/" + world.customerId(Math.floorMod(number * 7919, world.customers())) + "/files";
    }

    private Request brought(int number) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("file", run + "," + made.getAndIncrement() + "\n" + FILLING);
        return Request.form(files(number), token, fields);
    }

    private Client fetcher(int number) throws IOException, SQLException {
        String content;
        try (var connection = new HttpConnection(subject.address())) {
            var answer = connection.send(brought(number));
            content = files(number) + "/" + JsonMapper.shared().readTree(answer.text()).at("/items/0/id").asString() + "/content";
        }
        Request request = Request.get(content, token);
        return HttpClient.source(subject.address(), turn -> request, answer -> answer.status() == 200 && answer.body().length > FILLING.length()).open(number);
    }

    /** The same bytes without the program. */
    private static final class Disk implements Client {

        private final boolean writing;
        private final Path file;

        Disk(boolean writing) throws IOException {
            this.writing = writing;
            file = Files.createTempFile("bench", ".csv");
            Files.writeString(file, FILLING);
        }

        @Override
        public void ask() throws IOException {
            if (writing) {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                    channel.write(ByteBuffer.wrap(FILLING.getBytes(StandardCharsets.UTF_8)));
                    channel.force(true);
                }
            } else {
                Files.readAllBytes(file);
            }
        }

        @Override
        public void close() throws IOException {
            Files.delete(file);
        }
    }
}
