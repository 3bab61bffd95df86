package io.keyuan.engine.child;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** How a class of this program is started as a program of its own: what loops, swells or falls over in it ends with it. */
public final class ChildProgram {

    private static final List<String> BOUNDS = List.of(
            "-XX:MaxMetaspaceSize=128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8");

    private ChildProgram() {}

    /**
     * Prepares the start; whoever starts it says where what it writes goes.
     *
     * @param megabytes of memory for what it works on
     * @param folder in which it works and keeps what it needs for a while
     */
    public static ProcessBuilder of(Class<?> main, int megabytes, Path folder, List<String> settings, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + megabytes + "m"));
        command.addAll(BOUNDS);
        command.add("-Djava.io.tmpdir=" + folder);
        command.addAll(settings);
        command.addAll(program(main));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        // Passwords and keys stand in the environment of the program; its children have none.
        builder.environment().clear();
        return builder;
    }

    /** Called by the child: whoever asks no more, because they died, gets no answer either. */
    public static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    }

    /** Ends it without asking, and waits until it has. */
    public static void end(Process process) {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** As {@link ProcessBuilder#start}, with what it writes thrown away. */
    public static Process silent(ProcessBuilder program) throws IOException {
        return program.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** The same classes; in an archive with archives inside of it they are found by the archive's own launcher. */
    private static List<String> program(Class<?> main) {
        URL place = Objects.requireNonNull(main.getResource(main.getSimpleName() + ".class"));
        // It works in another folder than this program was started in.
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(each -> Path.of(each).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return place.toString().contains("!BOOT-INF") || place.toString().contains("nested:")
                ? List.of("-Dloader.main=" + main.getName(), "-cp", classes, "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of("-cp", classes, main.getName());
    }
}
