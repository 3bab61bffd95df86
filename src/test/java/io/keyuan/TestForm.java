package io.keyuan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with files in it. */
public final class TestForm {

    private static final String BORDER = "-----keyuan-border-7f3a";

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    /** Adds a file under the name {@code file}. */
    public TestForm file(String name, byte[] bytes) {
        content.writeBytes(("--" + BORDER + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(bytes);
        content.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public TestForm file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public String mediaType() {
        return "multipart/form-data; boundary=" + BORDER;
    }

    public byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(content.toByteArray());
        whole.writeBytes(("--" + BORDER + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }
}
