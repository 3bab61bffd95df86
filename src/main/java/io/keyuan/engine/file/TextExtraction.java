package io.keyuan.engine.file;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Has a program of its own read the text of a file, and ends it where it takes too long; how much memory it takes is settled when it starts. */
@Component
class TextExtraction {

    /** As much of a file as is found by search. */
    static final int ENOUGH = 100_000;

    private static final Pattern READABLE = Pattern.compile(
            "text/.*|application/(pdf|rtf|xhtml\\+xml|msword|vnd\\.ms-(excel|powerpoint|word).*|vnd\\.openxmlformats-officedocument.*)");
    private static final List<String> BOUNDS = List.of(
            "-Xmx256m", "-XX:MaxMetaspaceSize=128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8");

    private final Duration patience;

    TextExtraction(@Value("${keyuan.files.reading-time}") Duration patience) {
        this.patience = patience;
    }

    /** Whether there may be text in such files. */
    static boolean mayHold(String type) {
        return READABLE.matcher(type).matches();
    }

    /** @return null where it cannot be read: broken, encrypted, or made to be read for ever */
    @Nullable String read(Path file, String type, Path folder) throws IOException, InterruptedException {
        Path text = Files.createTempFile(folder, "text-", ".txt");
        try {
            Process reader = start(file, type, text, folder);
            if (!reader.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                reader.destroyForcibly().waitFor();
                return null;
            }
            return reader.exitValue() == 0 ? new String(Files.readAllBytes(text), StandardCharsets.UTF_8) : null;
        } finally {
            Files.deleteIfExists(text);
        }
    }

    private static Process start(Path file, String type, Path text, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(BOUNDS);
        command.add("-Djava.io.tmpdir=" + folder);
        command.add("-Dpdfbox.fontcache=" + folder);
        command.addAll(program());
        command.addAll(List.of(file.toString(), type, text.toString(), Integer.toString(ENOUGH)));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        // Passwords and keys stand in the environment of the program; its readers have none.
        builder.environment().clear();
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** The same classes; in an archive with archives inside of it they are found by the archive's own launcher. */
    private static List<String> program() {
        URL place = Objects.requireNonNull(TextReader.class.getResource("TextReader.class"));
        // It works in another folder than this program was started in.
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(each -> Path.of(each).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return place.toString().contains("!BOOT-INF") || place.toString().contains("nested:")
                ? List.of("-Dloader.main=" + TextReader.class.getName(), "-cp", classes, "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of("-cp", classes, TextReader.class.getName());
    }
}
