package io.keyuan.bench.load;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A file that the program is to import, as somebody sends it and waits for the job to end. */
final class Upload {

    private static final List<String> COLUMNS = List.of(
            "name", "kind", "number", "grade", "stage", "source", "phone", "city", "industry", "yearEstablished", "employees",
            "sex");

    private final Request request;
    private final int rows;

    /** @param inputs what one would send to create each record by itself */
    Upload(String token, List<Map<String, Object>> inputs) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("object", "customers");
        fields.put("mode", "create");
        fields.put("key", "number");
        String header = String.join(",", COLUMNS) + "\n";
        fields.put("file", inputs.stream().map(Upload::line).collect(Collectors.joining("\n", header, "\n")));
        request = Request.form("/api/v1/imports", token, fields);
        rows = inputs.size();
    }

    private static String line(Map<String, Object> input) {
        return COLUMNS.stream().map(column -> String.valueOf(input.getOrDefault(column, ""))).collect(Collectors.joining(","));
    }

    /** Sends it and returns when every row is stored. */
    void complete(HttpConnection connection, String token) throws IOException {
        JsonNode job = JobEnd.of(JobEnd.json(connection.send(request)), connection, token);
        if (job.path("result").path("created").intValue() != rows) {
            throw new Client.WrongAnswer("not every row was imported: " + job);
        }
    }
}
