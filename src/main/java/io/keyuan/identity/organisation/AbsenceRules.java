package io.keyuan.identity.organisation;

import static io.keyuan.identity.Absence.ABSENCE;
import static io.keyuan.identity.User.USER;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Rules;
import io.keyuan.identity.Absence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Nobody is away twice on one day, stands in for themselves, or is sent away by a colleague. */
@Component
class AbsenceRules implements Rules<Absence> {

    private final CopiedNames names;
    private final Siblings siblings;

    AbsenceRules(CopiedNames names, Siblings siblings) {
        this.names = names;
        this.siblings = siblings;
    }

    @Override
    public void derive(Batch batch) {
        names.copy(batch, ABSENCE.person, USER, ABSENCE.name);
    }

    @Override
    public void check(Batch batch) {
        if (!Caller.current().administers()) {
            batch.live().where(draft -> !isCallers(draft.get(ABSENCE.person)) || !draft.isNew() && !isCallers(draft.old(ABSENCE.person)))
                    .forEach(draft -> draft.fail(ProblemKind.FORBIDDEN, Fault.at(ABSENCE.person, "not-your-absence")));
        }
        batch.saved().where(draft -> draft.get(ABSENCE.standIn) != null)
                .where(draft -> Objects.equals(draft.get(ABSENCE.standIn), draft.get(ABSENCE.person)))
                .forEach(draft -> draft.reject(ABSENCE.standIn, "stands-in-for-oneself"));
        batch.saved().where(AbsenceRules::isBackward).forEach(draft -> draft.reject(ABSENCE.lastDay, "ends-before-it-begins"));
        siblings.of(batch, ABSENCE.person, ABSENCE.firstDay, ABSENCE.lastDay).values().forEach(AbsenceRules::refuseOverlaps);
    }

    private static boolean isCallers(@Nullable Ref person) {
        return person != null && Caller.current().person().equals(person.id());
    }

    private static boolean isBackward(Draft draft) {
        LocalDate first = draft.get(ABSENCE.firstDay);
        LocalDate last = draft.get(ABSENCE.lastDay);
        return first != null && last != null && last.isBefore(first);
    }

    private static void refuseOverlaps(List<Siblings.Sibling> all) {
        List<Days> taken = new ArrayList<>();
        for (Siblings.Sibling each : all) {
            if (each.values().getFirst() instanceof LocalDate first && each.values().getLast() instanceof LocalDate last) {
                var days = new Days(first, last);
                Draft draft = each.draft();
                if (draft != null && taken.stream().anyMatch(days::meets)) {
                    draft.reject(ABSENCE.firstDay, "away-already");
                }
                taken.add(days);
            }
        }
    }

    private record Days(LocalDate first, LocalDate last) {
        boolean meets(Days other) {
            return !first.isAfter(other.last) && !last.isBefore(other.first);
        }
    }
}
