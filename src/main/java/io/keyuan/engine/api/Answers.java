package io.keyuan.engine.api;

import io.keyuan.engine.Page;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.RowJson;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

    /** @param readOnly the records of the page that the caller may not change; null where that was not asked for */
    ResponseEntity<byte[]> page(Page page, @Nullable List<UUID> readOnly) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bytes(out -> write(out, page, readOnly)));
    }

    private static void write(JsonGenerator out, Page page, @Nullable List<UUID> readOnly) {
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
        if (readOnly != null) {
            out.writeName("readOnly");
            out.writeStartArray();
            readOnly.forEach(id -> out.writeString(id.toString()));
            out.writeEndArray();
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
