package io.keyuan.engine.webhook;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.history.ChangeLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the change log has for webhooks. Messages name records and say no values: those are read with the rights of whoever reads. */
@Component
class ChangesToTell {

    /** So many records in one message. */
    private static final int TOGETHER = 500;

    private final ChangeLog log;
    private final ObjectTypes types;
    private final JsonMapper json;

    ChangesToTell(ChangeLog log, ObjectTypes types, JsonMapper json) {
        this.log = log;
        this.types = types;
        this.json = json;
    }

    /** @param object as in addresses */
    record Change(ChangeLog.Position position, String object, Happening happening, Instant at, UUID actor, List<UUID> ids) {

        String type() {
            return object + "." + happening.code();
        }
    }

    /** The next rows, of transactions of which no more can come. */
    List<Change> after(ChangeLog.Position position, int limit) {
        return log.after(position, limit).stream().map(this::change).toList();
    }

    private Change change(ChangeLog.Entry entry) {
        @Nullable ObjectType type = types.byName(entry.object());
        // What an object of a newer release is called in addresses, nobody here knows.
        String object = type == null ? entry.object() : type.path();
        return new Change(entry.position(), object, Happening.of(entry.action()), entry.at(), entry.actor(), entry.ids());
    }

    /** One message, or several where very many records were changed at once. */
    List<String> bodies(Change change) {
        List<String> bodies = new ArrayList<>();
        for (int from = 0; from < change.ids().size(); from += TOGETHER) {
            List<UUID> some = change.ids().subList(from, Math.min(change.ids().size(), from + TOGETHER));
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("object", change.object());
            data.put("ids", some);
            data.put("by", Map.of("id", change.actor()));
            bodies.add(body(change.type(), change.at(), data));
        }
        return bodies;
    }

    String body(String type, Instant at, Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", at.toString());
        body.put("data", data);
        return json.writeValueAsString(body);
    }
}
