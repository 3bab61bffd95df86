package io.keyuan.program.command;

import io.keyuan.program.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What became of every row of an imported file: {@code in = created + updated + skipped + failed}. */
record ImportReport(JsonNode job, Path input) {
    private static final List<String> COUNTS = List.of("in", "created", "updated", "skipped", "failed", "implied");

    ExitCode publish(ProgramClient program, Console console, boolean json) throws IOException {
        Optional<Path> failures = failures(program);
        if (json) {
            console.result(object(failures));
        } else {
            console.result(sentence());
            failures.ifPresent(file -> console.remark("Rows that failed: " + file));
        }
        return done() && count("failed") == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Optional<Path> failures(ProgramClient program) throws IOException {
        String address = job.path("failures").asString("");
        if (count("failed") == 0 || address.isEmpty()) {
            return Optional.empty();
        }
        String name = String.valueOf(input.getFileName()).replaceFirst("\\.[^.]+$", "");
        Path file = input.resolveSibling(name + ".failures.csv");
        program.download(address, file);
        return Optional.of(file);
    }

    private Map<String, Object> object(Optional<Path> failures) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("state", job.path("state").asString(""));
        COUNTS.forEach(name -> object.put(name, count(name)));
        failures.ifPresent(file -> object.put("failures", file.toString()));
        return object;
    }

    private String sentence() {
        List<String> parts = new ArrayList<>();
        COUNTS.forEach(name -> parts.add(name + " " + count(name)));
        return (done() ? "" : "The import " + job.path("state").asString("ended") + ": ") + String.join(", ", parts);
    }

    private boolean done() {
        return job.path("state").asString("").equals("done");
    }

    private long count(String name) {
        return job.path("result").path(name).asLong(0);
    }
}
