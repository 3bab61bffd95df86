package io.keyuan.engine.automation;

import io.keyuan.engine.sql.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells changes that came in with a file from those that somebody is waiting for. */
@Component
class OriginOfChanges {

    private static final String IMPORT = "import";

    private final DSLContext sql;
    private final JsonMapper json;

    OriginOfChanges(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** When rules are to run for what a file brought. */
    enum Wish {
        /** When nobody waits for other runs of the same rule. */
        BEHIND,
        /** When somebody says so. */
        LATER
    }

    /** By operation, those of these that are files. */
    Map<UUID, Wish> of(Set<UUID> operations) {
        Map<UUID, Wish> wishes = new HashMap<>();
        if (!operations.isEmpty()) {
            sql.select(Tables.uuid("j", "id"), Tables.json("j", "arguments"))
                    .from(Tables.of("job", "j"))
                    .where(Tables.ofTenant("j"))
                    .and(Tables.among(Tables.uuid("j", "id"), operations.toArray(UUID[]::new)))
                    .and(Tables.text("j", "kind").eq(IMPORT))
                    .forEach(row -> wishes.put(row.value1(), wish(json.readTree(row.value2().data()))));
        }
        return wishes;
    }

    private static Wish wish(JsonNode arguments) {
        return arguments.path("automation").asString("").equals("later") ? Wish.LATER : Wish.BEHIND;
    }
}
