package io.keyuan.engine;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of one object that go through the pipeline together: one for an edit on a phone, a thousand for a piece of an
 * import. Whatever a rule must look up it looks up once for all of them.
 */
public final class Batch {

    private final ObjectType type;
    private final List<Draft> drafts;
    private @Nullable Instant moment;

    public Batch(ObjectType type, List<Draft> drafts) {
        this.type = type;
        this.drafts = List.copyOf(drafts);
    }

    public ObjectType type() {
        return type;
    }

    /** When it is written: a record and its lines change at the same moment. */
    public Instant moment() {
        return Objects.requireNonNull(moment, "not written yet");
    }

    /** Said by the pipeline, once the rows are locked. */
    public void writtenAt(Instant moment) {
        this.moment = moment;
    }

    /** All of them, failed ones too, in the order they came. */
    public List<Draft> drafts() {
        return drafts;
    }

    /** Those nothing is wrong with so far. */
    public Selection live() {
        return new Selection(drafts.stream().filter(Draft::isAlive).toList());
    }

    public Selection live(Draft.Action action) {
        return live().where(draft -> draft.action() == action);
    }

    /** Those to be stored with values: created or updated. */
    public Selection saved() {
        return live().where(draft -> draft.action() == Draft.Action.CREATE || draft.action() == Draft.Action.UPDATE);
    }

    /** Those to be stored that could still be put right by whoever gave the values: so that everything wrong is told at once. */
    public Selection correctable() {
        return new Selection(drafts.stream()
                .filter(draft -> draft.action() == Draft.Action.CREATE || draft.action() == Draft.Action.UPDATE)
                .filter(draft -> draft.isAlive() || draft.failure() == ProblemKind.RULE_BROKEN)
                .toList());
    }

    public Selection whereChanged(Attribute<?> attribute) {
        return saved().where(draft -> draft.changed(attribute));
    }

    /** Those whose choice comes to have this meaning, and had not. */
    public Selection whereBecomes(Attribute<Choice> attribute, Enum<?> meaning) {
        return whereChanged(attribute)
                .where(draft -> meaning(draft.get(attribute)) == meaning && meaning(draft.old(attribute)) != meaning);
    }

    private static @Nullable Enum<?> meaning(@Nullable Choice choice) {
        return choice == null ? null : choice.meaning();
    }

    /** Some of the records of a batch. */
    public record Selection(List<Draft> drafts) {

        public Selection where(Predicate<Draft> condition) {
            return new Selection(drafts.stream().filter(condition).toList());
        }

        public <T> void set(Attribute<T> attribute, Function<Draft, @Nullable T> value) {
            drafts.forEach(draft -> draft.set(attribute, value.apply(draft)));
        }

        public void require(Attribute<?> attribute) {
            drafts.stream()
                    .filter(draft -> draft.get(attribute) == null)
                    .forEach(draft -> draft.reject(attribute, "required"));
        }

        /** The different values of an attribute, for looking things up once. */
        public <T> Set<T> values(Attribute<T> attribute) {
            return drafts.stream().flatMap(draft -> Stream.ofNullable(draft.get(attribute))).collect(Collectors.toSet());
        }

        public void forEach(Consumer<Draft> action) {
            drafts.forEach(action);
        }

        public boolean isEmpty() {
            return drafts.isEmpty();
        }

        public int size() {
            return drafts.size();
        }

        public Stream<Draft> stream() {
            return drafts.stream();
        }
    }
}
