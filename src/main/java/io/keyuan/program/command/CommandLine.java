package io.keyuan.program.command;

import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.NamedInterface;

/** Reads what was typed, has it done, and turns whatever goes wrong into one sentence and an exit code. */
@NamedInterface("command-line")
public final class CommandLine {
    private static final Map<String, String> OTHER_NAMES = Map.of("-h", "help", "--help", "help", "--version", "version");

    private final Console console;
    private final Map<String, Command> commands;

    CommandLine(Class<?> application, Map<String, String> environment, Console console) {
        this.console = console;
        var access = new ProgramAccess(application, environment, console);
        var database = new FolderDatabase(environment, console);
        commands = Map.ofEntries(
                Map.entry("run", new RunCommand(application, environment, console)),
                Map.entry("token", new ControlCommand("token", access, console)),
                Map.entry("password", new ControlCommand("password", access, console)),
                Map.entry("import", new ImportCommand(access, console)),
                Map.entry("export", new ExportCommand(access, console)),
                Map.entry("tenant", new TenantCommand(access, console)),
                Map.entry("backup", new BackupCommand(database, environment, console)),
                Map.entry("restore", new RestoreCommand(database, console)),
                Map.entry("audit", new AuditCommand(access, console)),
                Map.entry("configuration", new ConfigurationCommand(access, console)),
                Map.entry("bench", new BenchCommand(access, application, environment, console)),
                Map.entry("doctor", new DoctorCommand(environment, console)),
                Map.entry("help", new TextCommand(Texts.HELP, console)),
                Map.entry("version", new TextCommand("Keyuan " + Texts.version(), console)));
    }

    /** The command line of this process; from now on only results reach standard output. */
    public static CommandLine ofThisProcess(Class<?> application) {
        ConsoleLog.silence();
        return new CommandLine(application, System.getenv(), Console.ofThisProcess());
    }

    /** Does what the words ask for and returns when it is done. */
    public ExitCode execute(String... words) {
        List<String> typed = Arrays.asList(words);
        try {
            return obey(typed);
        } catch (Refusal refusal) {
            return refuse(refusal, typed);
        } catch (IOException | RuntimeException failure) {
            LoggerFactory.getLogger(CommandLine.class).error("The command failed", failure);
            return refuse(Refusal.failed("Something went wrong that should not: " + failure), typed);
        }
    }

    private ExitCode obey(List<String> typed) throws IOException {
        if (typed.stream().anyMatch(Set.of("-h", "--help")::contains)) {
            return obey("help", List.of());
        }
        boolean named = !typed.isEmpty() && (!typed.getFirst().startsWith("-") || OTHER_NAMES.containsKey(typed.getFirst()));
        return named ? obey(typed.getFirst(), typed.subList(1, typed.size())) : obey("run", typed);
    }

    private ExitCode obey(String name, List<String> words) throws IOException {
        Command command = commands.get(OTHER_NAMES.getOrDefault(name, name));
        if (command == null) {
            throw Refusal.usage("There is no command \"" + name + "\".");
        }
        return command.run(command.syntax().parse(words));
    }

    private ExitCode refuse(Refusal refusal, List<String> typed) {
        console.remark("keyuan: " + refusal.sentence());
        if (refusal.code() == ExitCode.USAGE) {
            console.remark(Texts.USAGE);
        }
        if (typed.contains("--json")) {
            console.result(Map.of("error", refusal.sentence(), "code", refusal.code().number()));
        }
        return refusal.code();
    }
}
