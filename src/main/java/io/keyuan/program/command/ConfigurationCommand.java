package io.keyuan.program.command;

import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Writes what a company has set up to a file, says how a file differs from it, and makes it what a file says. */
record ConfigurationCommand(ProgramAccess access, Console console) implements Command {

    private static final String ADDRESS = "/api/v1/configuration";
    private static final Map<String, String> SIGNS = Map.of("added", "+", "changed", "~", "removed", "-", "kept", " ", "refused", "!");

    @Override
    public Syntax syntax() {
        return new Syntax(List.of("what to do", "file"), Set.of("home", "tenant", "parts"), Set.of("json", "remove"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Path file = Path.of(invocation.operand(1)).toAbsolutePath();
        return switch (invocation.operand(0)) {
            case "export" -> export(invocation);
            case "compare" -> compare(invocation, file);
            case "apply" -> apply(invocation, file);
            default -> throw Refusal.usage("It is configuration export, compare or apply, not configuration " + invocation.operand(0) + ".");
        };
    }

    private ExitCode export(Invocation invocation) throws IOException {
        String parts = invocation.option("parts").map(names -> "?parts=" + names.replaceAll("[^a-z,-]", "")).orElse("");
        return WrittenFile.of(invocation.operand(1), console).from(
                part -> access.use(invocation, anybody -> {
                    anybody.of(invocation.option("tenant")).download(ADDRESS + parts, part);
                    return part;
                }),
                invocation);
    }

    private ExitCode compare(Invocation invocation, Path file) throws IOException {
        Map<String, Object> order = order(invocation, file);
        return told(invocation, access.use(invocation, anybody -> anybody.of(invocation.option("tenant")).post(ADDRESS + "/preview", order)));
    }

    private ExitCode apply(Invocation invocation, Path file) throws IOException {
        Map<String, Object> order = order(invocation, file);
        return told(invocation, access.use(invocation, anybody -> {
            ProgramClient program = anybody.of(invocation.option("tenant"));
            JsonNode seen = program.post(ADDRESS + "/preview", order);
            boolean refused = seen.path("items").valueStream().anyMatch(item -> item.path("change").asString("").equals("refused"));
            if (refused) {
                return seen;
            }
            order.put("state", seen.path("state").asString(""));
            return program.post(ADDRESS + "/apply", order);
        }));
    }

    private static Map<String, Object> order(Invocation invocation, Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw Refusal.usage("There is no file " + file + ", or it cannot be read.");
        }
        try {
            return new LinkedHashMap<>(Map.of("file", Files.readString(file), "remove", invocation.has("remove")));
        } catch (CharacterCodingException noText) {
            throw Refusal.usage(file + " is no text in UTF-8.");
        }
    }

    private ExitCode told(Invocation invocation, JsonNode outcome) {
        List<JsonNode> items = outcome.path("items").valueStream().toList();
        if (invocation.has("json")) {
            console.result(Map.of("items", outcome.path("items")));
        } else if (items.isEmpty()) {
            console.result("Everything is as the file says.");
        } else {
            items.forEach(this::tell);
        }
        boolean refused = items.stream().anyMatch(item -> item.path("change").asString("").equals("refused"));
        return refused ? ExitCode.FAILED : ExitCode.DONE;
    }

    private void tell(JsonNode item) {
        String change = item.path("change").asString("");
        console.result(SIGNS.getOrDefault(change, "?") + " " + item.path("part").asString("") + " " + item.path("key").asString("") + (change.equals("kept") ? " (only here)" : ""));
        item.path("differences").forEach(difference ->
                console.result("    " + difference.path("path").asString("") + ": " + difference.path("here") + " -> " + difference.path("there")));
        item.path("errors").forEach(error ->
                console.result("    " + error.path("path").asString("") + " " + error.path("message").asString("")));
    }
}
