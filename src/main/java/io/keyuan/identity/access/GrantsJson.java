package io.keyuan.identity.access;

import io.keyuan.engine.AttributeRight;
import io.keyuan.engine.Right;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a role allows, as the table holds it. What a later release or a removed object left there is passed over. */
@Component
class GrantsJson {

    private static final TypeReference<Map<String, Stored>> FORM = new TypeReference<>() {};

    private final JsonMapper json;

    GrantsJson(JsonMapper json) {
        this.json = json;
    }

    private record Stored(
            Set<Right> rights, Set<Scope> read, Set<UUID> readDepartments, Set<Scope> write, Set<UUID> writeDepartments,
            Map<String, AttributeRight> attributes) {

        static Stored of(ObjectGrant grant) {
            return new Stored(
                    grant.rights(), grant.read().scopes(), grant.read().departments(), grant.write().scopes(), grant.write().departments(),
                    grant.attributes());
        }

        ObjectGrant grant() {
            return new ObjectGrant(rights, new Range(read, readDepartments), new Range(write, writeDepartments), attributes);
        }
    }

    Map<String, ObjectGrant> read(String stored) {
        Map<String, ObjectGrant> grants = new LinkedHashMap<>();
        json.readValue(stored, FORM).forEach((object, grant) -> grants.put(object, grant.grant()));
        return grants;
    }

    String write(Map<String, ObjectGrant> grants) {
        Map<String, Stored> stored = new LinkedHashMap<>();
        grants.forEach((object, grant) -> stored.put(object, Stored.of(grant)));
        return json.writeValueAsString(stored);
    }
}
