package io.keyuan.backup.database;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.flywaydb.core.api.resource.LoadableResource;
import org.springframework.core.io.Resource;

/** A migration among the program's resources. */
final class MigrationFile extends LoadableResource {

    private final String path;
    private final String name;
    private final String text;

    private MigrationFile(String path, String name, String text) {
        this.path = path;
        this.name = name;
        this.text = text;
    }

    static MigrationFile of(Resource resource) {
        try {
            String address = resource.getURL().toString();
            String name = Objects.requireNonNull(resource.getFilename());
            String path = address.substring(address.lastIndexOf("db/migration/") + "db/migration/".length());
            return new MigrationFile(path, name, resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String getAbsolutePath() {
        return path;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return path;
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return path;
    }

    @Override
    public Reader read() {
        return new StringReader(text);
    }
}
