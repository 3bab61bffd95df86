package io.keyuan.program.command;

import io.keyuan.program.DataFolder;
import io.keyuan.program.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the running program leaves in its folder for other commands, readable by the folder's owner only. It means
 * something only while the folder's lock is held.
 */
record ProgramRecord(Path file) implements AutoCloseable {
    private static final String NAME = "program.json";

    /** The file's content. */
    record Content(long pid, String address, String control) {}

    static ProgramRecord publish(DataFolder folder, WebAddress address, String control) {
        var content = new Content(ProcessHandle.current().pid(), address.uri().toString(), control);
        Path file = folder.run().resolve(NAME);
        try {
            PrivateFile.write(file, JsonMapper.shared().writeValueAsString(content));
            return new ProgramRecord(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Forgets what a killed program left; the caller holds the lock. */
    static void forget(DataFolder folder) throws IOException {
        Files.deleteIfExists(folder.run().resolve(NAME));
    }

    /** How to talk to the program that holds the lock; empty while it is starting or stopping. */
    static Optional<ProgramClient> read(Path home) throws IOException {
        return content(home).map(content -> new ProgramClient(URI.create(content.address()), content.control()));
    }

    /** The number of the process that holds the lock; empty while it is starting or stopping. */
    static Optional<Long> process(Path home) throws IOException {
        return content(home).map(Content::pid);
    }

    private static Optional<Content> content(Path home) throws IOException {
        Path file = home.resolve("run").resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readValue(Files.readString(file), Content.class));
        } catch (JacksonException halfWritten) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
