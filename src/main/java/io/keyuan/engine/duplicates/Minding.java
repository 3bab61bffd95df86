package io.keyuan.engine.duplicates;

import io.keyuan.engine.Access;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells those who save records of others like them, as far as they want to know and the company wants them to. */
@Component
public class Minding {

    /** The fault of what is like another. */
    public static final String LIKE_ANOTHER = "like-another";

    private final Lookalikes lookalikes;
    private final SavingRules rules;
    private final ShownLookalikes shown;
    private final PairStore pairs;
    private final Access access;

    Minding(Lookalikes lookalikes, SavingRules rules, ShownLookalikes shown, PairStore pairs, Access access) {
        this.lookalikes = lookalikes;
        this.rules = rules;
        this.shown = shown;
        this.pairs = pairs;
        this.access = access;
    }

    /** Fails the drafts that are like others, where that is not to be; all with two queries. */
    public void apply(Batch batch) {
        if (batch.type().sameness() == null) {
            return;
        }
        Batch.Selection minded = batch.correctable().where(draft -> draft.lookalikes() != Draft.Lookalikes.IGNORED && isCompared(draft));
        if (minded.isEmpty()) {
            return;
        }
        boolean settled = minded.stream().allMatch(Minding::isSettled);
        OnSave rule = settled ? OnSave.WARN : rules.of(batch.type());
        List<Draft> judged = minded.stream().filter(draft -> isJudged(draft, rule, batch.type())).toList();
        if (!judged.isEmpty()) {
            judge(batch.type(), judged, rule);
        }
    }

    /**
     * What a draft is to be saved with by whoever insists on records of the object like others: they are not looked for, unless the company wants none
     * and the caller is bound by that. Asked once for many drafts.
     */
    public Draft.Lookalikes insisting(ObjectType type) {
        boolean bound = type.sameness() != null && rules.of(type) == OnSave.REFUSE && !access.may(Right.CONFIGURE, type);
        return bound ? Draft.Lookalikes.KNOWN : Draft.Lookalikes.IGNORED;
    }

    /** Whether it does not matter what the company wants. */
    private static boolean isSettled(Draft draft) {
        return switch (draft.lookalikes()) {
            case ASKED, NOTED, DECIDED -> true;
            case IGNORED, MINDED, KNOWN -> false;
        };
    }

    private static boolean isCompared(Draft draft) {
        return draft.isNew() || draft.lookalikes() == Draft.Lookalikes.ASKED || draft.changes().stream().anyMatch(KeyRows::matters);
    }

    private boolean isJudged(Draft draft, OnSave rule, ObjectType type) {
        if (isSettled(draft)) {
            return true;
        }
        boolean known = draft.lookalikes() == Draft.Lookalikes.KNOWN;
        return draft.isAlive() && (rule == OnSave.WARN && !known || rule == OnSave.REFUSE && !(known && access.may(Right.CONFIGURE, type)));
    }

    private void judge(ObjectType type, List<Draft> drafts, OnSave rule) {
        Map<UUID, List<Lookalikes.Found>> found =
                lookalikes.findFor(type, drafts.stream().map(draft -> new Lookalikes.Wanted(draft.id(), draft::get)).toList());
        List<Draft> changed = drafts.stream().filter(draft -> !draft.isNew()).toList();
        Map<UUID, Set<UUID>> dismissed = changed.isEmpty() ? Map.of() : pairs.dismissed(changed.stream().map(Draft::id).toList());
        Map<UUID, List<Lookalikes.Found>> before = changed.isEmpty()
                ? Map.of()
                : lookalikes.findFor(type, changed.stream().map(draft -> new Lookalikes.Wanted(draft.id(), draft::old)).toList());
        for (Draft draft : drafts) {
            boolean asked = draft.lookalikes() == Draft.Lookalikes.ASKED;
            Set<UUID> known = new HashSet<>(dismissed.getOrDefault(draft.id(), Set.of()));
            if (!asked) {
                // Whoever corrects a record that was like another already did not make it so.
                before.getOrDefault(draft.id(), List.of()).stream().filter(each -> each.match().isSame()).forEach(each -> known.add(each.id()));
            }
            List<Lookalikes.Found> news = new ArrayList<>(found.getOrDefault(draft.id(), List.of()));
            news.removeIf(each -> known.contains(each.id()) || !asked && !each.match().isSame());
            if (!news.isEmpty()) {
                tell(type, draft, news, rule);
            }
        }
    }

    private void tell(ObjectType type, Draft draft, List<Lookalikes.Found> found, OnSave rule) {
        boolean mayInsist = rule == OnSave.WARN || access.may(Right.CONFIGURE, type);
        draft.tell(Map.of("object", type.path(), "candidates", shown.of(type, found), "mayInsist", mayInsist));
        switch (draft.lookalikes()) {
            case ASKED, NOTED, IGNORED -> {}
            case DECIDED -> draft.fail(ProblemKind.DUPLICATE, Fault.whole(LIKE_ANOTHER));
            case MINDED, KNOWN -> draft.fail(ProblemKind.DUPLICATE, Fault.whole(rule == OnSave.WARN ? LIKE_ANOTHER : "like-another-refused"));
        }
    }
}
