package io.keyuan.bench.load;

import io.keyuan.bench.data.World;
import io.keyuan.bench.load.HttpConnection.Answer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens a record of its own, changes it, goes on to the next; only the changing is an answer of this client. */
final class Editor implements Client {

    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
    /** Records each editor takes turns with, where there are enough. */
    private static final int OWN = 200;

    private final HttpConnection connection;
    private final String token;
    private final UUID[] records;
    private final Map<UUID, Long> versions = new LinkedHashMap<>();
    private final IntFunction<String> more;
    private int turn;

    /** @param more what is changed beside the remarks, as JSON after them, by how often every record has been changed */
    Editor(HttpConnection connection, String token, World world, int number, IntFunction<String> more) throws IOException {
        this.connection = connection;
        this.token = token;
        this.more = more;
        records = new UUID[Math.clamp(world.customers() / Measure.MOST_CLIENTS, 1, OWN)];
        int apart = Math.max(1, world.customers() / (records.length * Measure.MOST_CLIENTS));
        for (int i = 0; i < records.length; i++) {
            records[i] = world.customerId((i * Measure.MOST_CLIENTS + number) * apart);
            versions.put(records[i], version(connection.send(Request.get("/api/v1/customers/" + records[i], token))));
        }
    }

    @Override
    public void ask() throws IOException {
        UUID record = records[turn % records.length];
        String json = "{\"remarks\":\"" + Long.toHexString(System.nanoTime()) + "\"" + more.apply(turn / records.length) + "}";
        turn++;
        long seen = Objects.requireNonNull(versions.get(record));
        Answer answer = connection.send(Request.patch("/api/v1/customers/" + record, token, seen, json));
        versions.put(record, version(answer));
        if (version(answer) != seen + 1) {
            throw new WrongAnswer("version " + seen + " became " + answer.text());
        }
    }

    private static long version(Answer answer) {
        String text = answer.text();
        Matcher matcher = VERSION.matcher(text);
        if (answer.status() != 200 || !matcher.find()) {
            throw new WrongAnswer(answer.status() + " " + text);
        }
        return Long.parseLong(matcher.group(1));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
