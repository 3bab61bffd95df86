package io.keyuan.bench.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SequencedMap;

/** A request as it goes over the wire, made once and sent often. */
record Request(byte[] bytes) {

    private static final String BOUNDARY = "a-part-of-what-the-bench-sends";

    static Request get(String path, String token) {
        return of("GET", path, token, "", "");
    }

    static Request post(String path, String token, String json) {
        return of("POST", path, token, "", json);
    }

    static Request delete(String path, String token) {
        return of("DELETE", path, token, "", "");
    }

    /** @param version the version that is to be changed */
    static Request patch(String path, String token, long version, String json) {
        return of("PATCH", path, token, "If-Match: \"" + version + "\"\r\n", json);
    }

    /** @param fields of a form, in their order; the last is the content of a file of comma-separated values */
    static Request form(String path, String token, SequencedMap<String, String> fields) {
        StringBuilder parts = new StringBuilder();
        String file = fields.lastEntry().getKey();
        fields.forEach((name, value) -> parts.append("--").append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"").append(name)
                .append(name.equals(file) ? "\"; filename=\"bench.csv" : "").append("\"\r\n\r\n")
                .append(value).append("\r\n"));
        return of("POST", path, token, "multipart/form-data; boundary=" + BOUNDARY, "", parts + "--" + BOUNDARY + "--\r\n");
    }

    private static Request of(String method, String path, String token, String headers, String json) {
        return of(method, path, token, "application/json", headers, json);
    }

    private static Request of(String method, String path, String token, String type, String headers, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String content = text.isEmpty() ? "" : "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n";
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n"
                        + headers + content + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return new Request(whole);
    }

    static String encoded(String parameter) {
        return URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    }
}
