package io.keyuan.engine.assign;

import io.keyuan.engine.Draft;
import io.keyuan.engine.NewOwners;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.DraftedRows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives new records by the rules that are asked for them, without a statement where there are none. */
@Component
class RuledOwners implements NewOwners {

    private final AssignmentRules rules;
    private final Cases cases;
    private final Dealing dealing;
    private final JsonMapper json;

    RuledOwners(AssignmentRules rules, Cases cases, Dealing dealing, JsonMapper json) {
        this.rules = rules;
        this.cases = cases;
        this.dealing = dealing;
        this.json = json;
    }

    @Override
    public Map<UUID, UUID> of(ObjectType type, List<Draft> drafts) {
        List<AssignmentRule> asked = rules.active(type).stream().filter(AssignmentRule::automatic).toList();
        if (asked.isEmpty() || drafts.isEmpty()) {
            return Map.of();
        }
        String rows = json.writeValueAsString(drafts.stream().map(RuledOwners::row).toList());
        return dealing.real(type, asked).deal(cases.drafted(type, asked, DraftedRows.of(type, "t", rows)));
    }

    private static Map<String, Object> row(Draft draft) {
        Map<String, Object> row = DraftedRows.row(draft.type(), draft::get);
        row.put("id", draft.id());
        return row;
    }
}
