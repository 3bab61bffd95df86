package io.keyuan.engine.api;

import io.keyuan.engine.Page;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.RowJson;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes records as JSON straight from their rows. */
@Component
class Answers {

    private static final int USUAL_SIZE = 16 * 1024;

    private final JsonMapper mapper;

    Answers(JsonMapper mapper) {
        this.mapper = mapper;
    }

    ResponseEntity<byte[]> page(Page page) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bytes(out -> write(out, page)));
    }

    private static void write(JsonGenerator out, Page page) {
        out.writeStartObject();
        out.writeName("items");
        out.writeStartArray();
        page.rows().forEach(row -> RowJson.write(out, row));
        out.writeEndArray();
        out.writeName("next");
        out.writeString(page.next());
        if (page.count() != null) {
            out.writeName("count");
            out.writeStartObject();
            out.writeNumberProperty("value", page.count().value());
            out.writeBooleanProperty("exact", page.count().exact());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    /** One record, with its version as ETag. */
    ResponseEntity<byte[]> record(ResponseEntity.BodyBuilder answer, Row row) {
        return answer.eTag(etag(row)).contentType(MediaType.APPLICATION_JSON).body(bytes(out -> RowJson.write(out, row)));
    }

    static String etag(Row row) {
        return "\"" + row.get(row.type().version) + "\"";
    }

    private byte[] bytes(Consumer<JsonGenerator> content) {
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator out = mapper.createGenerator(bytes)) {
            content.accept(out);
        }
        return bytes.toByteArray();
    }
}
