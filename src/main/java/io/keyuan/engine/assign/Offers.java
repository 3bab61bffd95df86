package io.keyuan.engine.assign;

import io.keyuan.engine.Access;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Records;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.OpenRecords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one can choose who gives records away: what moves along with them, and by which rules. */
@Component
class Offers {

    private final ObjectTypes types;
    private final Access access;
    private final Records records;
    private final HangingRecords hanging;
    private final OpenRecords open;
    private final AssignmentRules rules;

    Offers(ObjectTypes types, Access access, Records records, HangingRecords hanging, OpenRecords open, AssignmentRules rules) {
        this.types = types;
        this.access = access;
        this.records = records;
        this.hanging = hanging;
        this.open = open;
        this.rules = rules;
    }

    Map<String, Object> of(ObjectType type) {
        List<Map<String, Object>> along = possible(type).stream().map(this::named).toList();
        return Map.of("along", along, "rules", rules(type));
    }

    /** @throws io.keyuan.engine.Problem where the record is not there, or not for the caller */
    Map<String, @Nullable Object> of(ObjectType type, UUID id) {
        Row record = records.get(type, id);
        Ref owner = record.get(Objects.requireNonNull(type.owner()));
        UUID person = owner == null ? null : owner.id();
        List<Map<String, Object>> along = new ArrayList<>();
        for (Hanging each : possible(type)) {
            HangingRecords.Count count = hanging.counted(each, id, person);
            Map<String, Object> offered = named(each);
            offered.put("all", count.all());
            offered.put("sameOwner", count.same());
            offered.put("open", count.open());
            offered.put("openOfSameOwner", count.openOfSame());
            along.add(offered);
        }
        Map<String, @Nullable Object> offer = new LinkedHashMap<>();
        offer.put("owner", owner == null ? null : type.owner().type().json(owner));
        offer.put("along", along);
        offer.put("rules", rules(type));
        return offer;
    }

    private List<Hanging> possible(ObjectType type) {
        return Hanging.on(types, type).stream()
                .filter(each -> access.may(Right.READ, each.type()) && access.may(Right.ASSIGN, each.type()))
                .toList();
    }

    private Map<String, Object> named(Hanging hanging) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("object", hanging.type().path());
        named.put("ends", open.areTold(hanging.type()));
        return named;
    }

    private List<Map<String, Object>> rules(ObjectType type) {
        return rules.active(type).stream()
                .map(rule -> Map.<String, Object>of("id", rule.id().toString(), "name", rule.name()))
                .toList();
    }
}
