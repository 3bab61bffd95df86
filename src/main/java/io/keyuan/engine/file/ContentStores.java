package io.keyuan.engine.file;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.modulith.NamedInterface;

/** Says which storage this program keeps files in; its commands, which work without the program, ask here too. */
@NamedInterface("files")
@Configuration
public class ContentStores {

    private static final String PREFIX = "KEYUAN_FILES_";

    /** What a storage elsewhere cannot do without. */
    private static final String BUCKET = "S3_BUCKET";

    @Bean
    static ContentStore contentStore(Environment environment, @Value("${keyuan.home:${java.io.tmpdir}/keyuan}") Path home) {
        return of(home, environment::getProperty);
    }

    /**
     * The storage that the surroundings name, or a folder in the data folder.
     *
     * @param variables of the environment, by name
     * @throws IllegalArgumentException where they name one by halves; the message says what is missing
     */
    public static ContentStore of(Path home, Function<String, @Nullable String> variables) {
        if (given(variables, BUCKET) == null) {
            String folder = given(variables, "FOLDER");
            return new FolderContents(folder == null ? home.resolve("files") : Path.of(folder));
        }
        String endpoint = given(variables, "S3_ENDPOINT");
        String region = given(variables, "S3_REGION");
        var settings = new S3Contents.Settings(
                endpoint == null ? null : URI.create(endpoint), region == null ? "us-east-1" : region,
                needed(variables, BUCKET), needed(variables, "S3_ACCESS_KEY"), needed(variables, "S3_SECRET_KEY"));
        return new S3Contents(settings, home.resolve("files").resolve("incoming"));
    }

    private static String needed(Function<String, @Nullable String> variables, String name) {
        String value = given(variables, name);
        if (value == null) {
            throw new IllegalArgumentException(PREFIX + BUCKET + " is given, so " + PREFIX + name + " is needed as well");
        }
        return value;
    }

    private static @Nullable String given(Function<String, @Nullable String> variables, String name) {
        String value = variables.apply(PREFIX + name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
