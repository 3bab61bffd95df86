package io.keyuan.crash;

import io.keyuan.TestAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A file of customers, some of which cannot be brought in, sent to be imported. */
final class Importing {

    private static final int ROWS = 2_500;
    /** Each so-manieth row has no name. */
    private static final int NAMELESS = 250;
    private static final String BOUNDARY = "------------------------crash";

    private Importing() {}

    /**
     * What an import comes to.
     *
     * @param prefix with which its records' external ids begin
     */
    record Account(String prefix, int in, int created, int failed) {

        static Account of(JsonNode result) {
            return new Account("", result.get("in").asInt(), result.get("created").asInt(), result.get("failed").asInt());
        }

        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return other instanceof Account account && in == account.in && created == account.created && failed == account.failed;
        }

        @Override
        public int hashCode() {
            return in + 31 * created + 961 * failed;
        }
    }

    static Account account(String prefix) {
        int failed = ROWS / NAMELESS;
        return new Account(prefix, ROWS, ROWS - failed, failed);
    }

    /** @return what was answered, the job's address in it */
    static TestAnswer send(URI program, String bearer, String prefix) throws IOException, InterruptedException {
        String rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(row -> prefix + row + "," + (row % NAMELESS == 0 ? "" : "Customer " + prefix + row))
                .collect(Collectors.joining("\n", "externalId,name\n", "\n"));
        var request = HttpRequest.newBuilder(program.resolve("/api/v1/imports"))
                .header("Authorization", bearer)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(part("object", "", "customers") + part("key", "", "externalId") + part("mode", "", "upsert")
                        + part("file", "; filename=\"" + prefix + ".csv\"", rows) + "--" + BOUNDARY + "--\r\n"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new TestAnswer("POST /api/v1/imports", response.statusCode(), response.headers(), response.body());
        }
    }

    private static String part(String name, String more, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + content + "\r\n";
    }
}
