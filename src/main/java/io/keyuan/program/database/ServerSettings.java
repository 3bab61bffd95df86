package io.keyuan.program.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How PostgreSQL is set.
 *
 * @param durability given on the command line, where no file of the data folder can take them back
 * @param configuration written to {@code postgresql.conf} at each start
 */
record ServerSettings(Map<String, String> durability, Map<String, String> configuration) {
    private static final long MEGABYTE = 1L << 20;

    /** Settings for a machine with this much memory in bytes: an answered commit has reached the disk. */
    static ServerSettings durable(long memory) {
        return new ServerSettings(
                Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on"), configuration(memory));
    }

    private static Map<String, String> configuration(long memory) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("max_connections", "100");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.putAll(memorySettings(memory));
        // An SSD reads a random page nearly as fast as the next one, and the queries are too short to be compiled.
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        settings.put("max_wal_size", "2GB");
        settings.put("checkpoint_completion_target", "0.9");
        settings.put("max_logical_replication_workers", "0");
        settings.putAll(logSettings());
        return settings;
    }

    private static Map<String, String> memorySettings(long memory) {
        return Map.of(
                "shared_buffers", megabytes(memory / 4, 32, 1024),
                "effective_cache_size", megabytes(memory / 2, 64, 1 << 20),
                "work_mem", megabytes(memory / 512, 4, 16),
                "maintenance_work_mem", megabytes(memory / 16, 32, 256));
    }

    /** Enough to find a fault; no values, since they are the customers'. */
    private static Map<String, String> logSettings() {
        return Map.of(
                "log_line_prefix", "%m [%p] ",
                "log_checkpoints", "off",
                "log_error_verbosity", "terse",
                "log_min_error_statement", "panic");
    }

    /** The text of {@code postgresql.conf}. */
    String configurationText() {
        StringBuilder text = new StringBuilder("# Written by Keyuan at each start: changes made here are lost.\n");
        configuration.forEach((name, value) ->
                text.append(name).append(" = '").append(value.replace("'", "''")).append("'\n"));
        return text.toString();
    }

    /** Words for the server's command line. */
    List<String> commandLine() {
        return durability.entrySet().stream()
                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()))
                .toList();
    }

    private static String megabytes(long bytes, long least, long most) {
        return Math.clamp(bytes / MEGABYTE, least, most) + "MB";
    }
}
