package io.keyuan.program.command;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A form with files, as a browser sends it; files are streamed, however large. */
final class MultipartForm {
    private final String boundary = "keyuan-" + UUID.randomUUID();
    private final List<BodyPublisher> parts = new ArrayList<>();

    MultipartForm field(String name, String value) {
        parts.add(BodyPublishers.ofString(head(name) + "\r\n\r\n" + value + "\r\n"));
        return this;
    }

    MultipartForm file(String name, Path file) throws FileNotFoundException {
        String fileName = String.valueOf(file.getFileName()).replace("\"", "%22").replaceAll("[\r\n]", " ");
        parts.add(BodyPublishers.ofString(head(name) + "; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(BodyPublishers.ofString("\r\n"));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        List<BodyPublisher> all = new ArrayList<>(parts);
        all.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private String head(String name) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }
}
