package io.keyuan.engine.assign;

import io.keyuan.engine.bulk.Chosen;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a job that gives records away is asked for.
 *
 * @param object the name in code of the object
 * @param filter which records; null where {@code ids} says it
 * @param to who gets them; null where {@code rule} says it
 * @param rule the id of a rule, or {@link #MATCHING} for whichever holds
 * @param along which objects move along, by their names in code
 * @param anyone also what belonged to somebody else than the record did
 * @param all also what has come to an end
 */
record Order(
        String object,
        @Nullable String filter,
        @Nullable List<UUID> ids,
        @Nullable UUID to,
        @Nullable String rule,
        List<String> along,
        boolean anyone,
        boolean all,
        @Nullable String note,
        boolean dryRun) {

    static final String MATCHING = "matching";

    Chosen chosen() {
        return new Chosen(filter, ids);
    }
}
