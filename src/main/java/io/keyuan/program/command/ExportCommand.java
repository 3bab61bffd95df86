package io.keyuan.program.command;

import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Writes a list to a file, which its ending says the format of; a file that is there gives way only to a whole one. */
record ExportCommand(ProgramAccess access, Console console) implements Command {
    private static final Set<String> FORMATS = Set.of("csv", "xlsx", "vcf", "ics");

    @Override
    public Syntax syntax() {
        return new Syntax(List.of("object", "file"), Set.of("home", "tenant", "filter", "sort", "fields"), Set.of("json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        WrittenFile file = WrittenFile.of(invocation.operand(1), console);
        Map<String, String> order = order(invocation, file.path());
        return file.from(
                part -> access.use(invocation, anybody -> {
                    write(anybody.of(invocation.option("tenant")), invocation.operand(0), order, part);
                    return part;
                }),
                invocation);
    }

    private static Map<String, String> order(Invocation invocation, Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String format = name.substring(name.lastIndexOf('.') + 1);
        if (!FORMATS.contains(format)) {
            throw Refusal.usage("The file ends in .csv, .xlsx, .vcf or .ics, by which its format is known.");
        }
        Map<String, String> order = new LinkedHashMap<>(Map.of("format", format));
        for (String option : List.of("filter", "sort", "fields")) {
            invocation.option(option).ifPresent(value -> order.put(option, value));
        }
        return order;
    }

    private void write(ProgramClient program, String object, Map<String, String> order, Path part) throws IOException {
        Optional<URI> work = program.fetch("/api/v1/" + object + "/export", order, part);
        if (work.isEmpty()) {
            return;
        }
        JsonNode ended = new JobWatch(program, work.get(), console).awaitEnd();
        String address = ended.path("file").asString("");
        if (address.isEmpty()) {
            String why = ended.at("/problem/errors/0/message").asString(ended.at("/problem/title").asString("it was stopped"));
            throw Refusal.failed("The export did not come to its end: " + why);
        }
        program.download(address, part);
    }
}
