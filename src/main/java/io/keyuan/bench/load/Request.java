package io.keyuan.bench.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A request as it goes over the wire, made once and sent often. */
record Request(byte[] bytes) {

    static Request get(String path, String token) {
        return of("GET", path, token, "", "");
    }

    static Request post(String path, String token, String json) {
        return of("POST", path, token, "", json);
    }

    /** @param version the version that is to be changed */
    static Request patch(String path, String token, long version, String json) {
        return of("PATCH", path, token, "If-Match: \"" + version + "\"\r\n", json);
    }

    private static Request of(String method, String path, String token, String headers, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String content = json.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n";
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
