package io.keyuan.engine.assign;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives records of one object to people, as many statements for a thousand as for one. */
@Component
class Giving {

    /** How many go through the pipeline together. */
    private static final int MOST = 1_000;

    static final List<Fault> MAY_NOT = List.of(Fault.whole("may-not-assign"));

    private final Records records;

    Giving(Records records) {
        this.records = records;
    }

    /**
     * What became of them.
     *
     * @param given those that belong to somebody else now
     * @param kept why the others stayed with whom they were
     */
    record Given(Set<UUID> given, Map<UUID, List<Fault>> kept) {

        static final Given NOTHING = new Given(Set.of(), Map.of());

        Given plus(Given more) {
            Set<UUID> allGiven = new LinkedHashSet<>(given);
            allGiven.addAll(more.given);
            Map<UUID, List<Fault>> allKept = new LinkedHashMap<>(kept);
            allKept.putAll(more.kept);
            return new Given(allGiven, allKept);
        }
    }

    /** @param wanted who shall have which record; who has it already gets no new version of it */
    Given give(ObjectType type, Map<UUID, UUID> wanted) {
        List<UUID> ids = wanted.keySet().stream().sorted().toList();
        Given given = Given.NOTHING;
        for (int from = 0; from < ids.size(); from += MOST) {
            List<UUID> some = ids.subList(from, Math.min(ids.size(), from + MOST));
            List<Draft> drafts = some.stream().map(id -> Draft.assign(type, id, Objects.requireNonNull(wanted.get(id)))).toList();
            given = given.plus(outcome(records.saveEach(new Batch(type, new ArrayList<>(drafts))).drafts()));
        }
        return given;
    }

    private static Given outcome(List<Draft> drafts) {
        Set<UUID> given = new LinkedHashSet<>();
        Map<UUID, List<Fault>> kept = new LinkedHashMap<>();
        drafts.forEach(draft -> {
            if (draft.isAlive()) {
                given.add(draft.id());
            } else {
                kept.put(draft.id(), why(draft));
            }
        });
        return new Given(given, kept);
    }

    /** A record the caller does not see is not there for them, and one they only see is not theirs to give; here they know that it is there. */
    private static List<Fault> why(Draft draft) {
        boolean unreached = draft.failure() == ProblemKind.NOT_FOUND || draft.failure() == ProblemKind.FORBIDDEN || draft.faults().isEmpty();
        return unreached ? MAY_NOT : draft.faults();
    }
}
