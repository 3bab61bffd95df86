package io.keyuan.engine.imports;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a dry run would have changed of records that are there, gathered chunk by chunk. */
final class Differences implements Outcome {

    private final TitledValues values;
    private final Access access;
    private final List<Watched> watched = new ArrayList<>();

    Differences(TitledValues values, Access access) {
        this.values = values;
        this.access = access;
    }

    private record Watched(Candidate candidate, Draft draft) {}

    /** One record that would have been changed. */
    record Difference(long line, UUID record, @Nullable String title, List<Change> changes) {}

    /** Of one attribute, as JSON; references with their titles, since what they point to may be undone, too. */
    record Change(String attribute, @Nullable Object before, @Nullable Object after) {}

    @Override
    public void saved(Candidate candidate, Draft draft) {
        if (!draft.isNew() && draft.isEffective()) {
            watched.add(new Watched(candidate, draft));
        }
    }

    /** Gives away what was gathered; to be called while what the rows made is still there. */
    List<Difference> take() {
        Map<UUID, String> titles = values.titles(watched.stream()
                .flatMap(each -> told(each.draft()).flatMap(attribute -> Stream.of(
                        new TitledValues.Value(attribute, each.draft().old(attribute)),
                        new TitledValues.Value(attribute, each.draft().get(attribute)))))
                .toList());
        List<Difference> taken = watched.stream().map(each -> difference(each, titles)).toList();
        watched.clear();
        return taken;
    }

    private Difference difference(Watched each, Map<UUID, String> titles) {
        Draft draft = each.draft();
        List<Change> changes = told(draft)
                .map(attribute -> new Change(
                        attribute.name(),
                        TitledValues.json(new TitledValues.Value(attribute, draft.old(attribute)), titles),
                        after(each, attribute, titles)))
                .toList();
        return new Difference(each.candidate().row().line(), draft.id(), draft.get(draft.type().title()), changes);
    }

    private static @Nullable Object after(Watched each, Attribute<?> attribute, Map<UUID, String> titles) {
        String proposed = each.candidate().proposed(new Target(null, attribute));
        return proposed == null ? TitledValues.json(new TitledValues.Value(attribute, each.draft().get(attribute)), titles) : proposed;
    }

    private Stream<? extends Attribute<?>> told(Draft draft) {
        return draft.changes().stream().filter(attribute -> !attribute.isSystem() && !attribute.isImplied() && access.mayRead(attribute));
    }
}
