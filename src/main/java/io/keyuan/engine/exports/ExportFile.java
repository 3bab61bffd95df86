package io.keyuan.engine.exports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.FileFormat;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.tables.CardWriter;
import io.keyuan.engine.tables.CellWriter;
import io.keyuan.engine.tables.Places;
import io.keyuan.engine.tables.SheetWriter;
import io.keyuan.engine.tables.TextCells;
import io.keyuan.engine.tables.ToDoWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The file as an answer: its name, and how it is written. */
@Component
class ExportFile {

    private final Messages messages;
    private final TenantSettings settings;

    ExportFile(Messages messages, TenantSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    String name(ObjectType type, FileFormat format) {
        return type.path() + "-" + LocalDate.now(settings.zone()) + "." + format.code();
    }

    /** What people call it. */
    String title(ObjectType type) {
        return messages.plural(Caller.current().locale(), type);
    }

    /** Begins the answer; written on the request's own thread, to which the caller is bound. */
    CellWriter begin(HttpServletResponse response, ObjectType type, ExportOrder order, List<Attribute<?>> columns) throws IOException {
        var disposition = ContentDisposition.attachment().filename(name(type, order.format()), StandardCharsets.UTF_8).build();
        response.setContentType(order.format().mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        return switch (order.format()) {
            case CSV -> TextCells.to(response.getOutputStream(), order.bom());
            case XLSX -> SheetWriter.to(response.getOutputStream(), title(type));
            case VCF -> CardWriter.to(response.getOutputStream(), places(columns, type.card(), type));
            case ICS -> ToDoWriter.to(response.getOutputStream(), places(columns, type.toDo(), type));
        };
    }

    private static <F extends Enum<F>> Places<F> places(List<Attribute<?>> columns, Map<F, Attribute<?>> fields, ObjectType type) {
        Map<F, Integer> found = new HashMap<>();
        fields.forEach((field, attribute) -> found.put(field, columns.indexOf(attribute)));
        return new Places<>(found, columns.indexOf(type.id), columns.indexOf(type.externalId), columns.indexOf(type.updatedAt));
    }
}
