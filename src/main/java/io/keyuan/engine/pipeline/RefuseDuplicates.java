package io.keyuan.engine.pipeline;

import static org.jooq.impl.DSL.inline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/**
 * No two records share the value of a unique attribute, be the other one stored or in the same batch. All attributes are
 * looked up with one statement.
 */
@Component
final class RefuseDuplicates implements Step {

    private final DSLContext sql;

    RefuseDuplicates(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void apply(Batch batch) {
        List<Claim> claims = claims(batch);
        if (!claims.isEmpty()) {
            Map<Taken, UUID> holders = holders(claims);
            claims.forEach(claim -> check(claim, holders));
        }
    }

    private static List<Claim> claims(Batch batch) {
        List<Claim> claims = new ArrayList<>();
        for (Attribute<?> attribute : batch.type().attributes()) {
            if (attribute.isUnique()) {
                @SuppressWarnings("unchecked")
                var text = (Attribute<String>) attribute;
                Batch.Selection drafts = batch.live().where(draft -> claims(draft, text));
                if (!drafts.isEmpty()) {
                    claims.add(new Claim(text, drafts));
                }
            }
        }
        return claims;
    }

    /** A record that comes back from the bin claims its values again. */
    private static boolean claims(Draft draft, Attribute<String> attribute) {
        return draft.get(attribute) != null
                && (draft.action() == Draft.Action.RESTORE || draft.action() != Draft.Action.DELETE && draft.changed(attribute));
    }

    private static void check(Claim claim, Map<Taken, UUID> holders) {
        Attribute<String> attribute = claim.attribute();
        Set<String> claimed = new HashSet<>();
        claim.drafts().forEach(draft -> {
            String value = Objects.requireNonNull(draft.get(attribute));
            UUID holder = holders.get(new Taken(attribute.ordinal(), value));
            boolean taken = holder != null && !holder.equals(draft.id());
            if (taken || !claimed.add(value)) {
                draft.fail(ProblemKind.DUPLICATE, Fault.at(attribute, "duplicate"));
            }
        });
    }

    private Map<Taken, UUID> holders(List<Claim> claims) {
        Select<Record3<Integer, String, UUID>> all =
                claims.stream().map(this::look).reduce(Select::unionAll).orElseThrow();
        Map<Taken, UUID> holders = new HashMap<>();
        sql.fetch(all).forEach(row -> holders.put(new Taken(row.value1(), row.value2()), row.value3()));
        return holders;
    }

    private Select<Record3<Integer, String, UUID>> look(Claim claim) {
        var column = Tables.words("t", claim.attribute());
        return sql.select(inline(claim.attribute().ordinal()), column, Tables.uuid("t", "id"))
                .from(Tables.of(claim.attribute().object(), "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                // Said, so that an index on the values there are serves whatever the plan was made for.
                .and(column.isNotNull())
                .and(Tables.among(column, claim.drafts().values(claim.attribute()).toArray(String[]::new)));
    }

    /** Drafts that want values of a unique attribute for themselves. */
    private record Claim(Attribute<String> attribute, Batch.Selection drafts) {}

    /** A value of an attribute, by its place in the definition. */
    private record Taken(int attribute, String value) {}
}
