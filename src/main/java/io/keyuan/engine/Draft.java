package io.keyuan.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One record on its way through the pipeline: as it was, as it shall be, and what is wrong with it. */
public final class Draft {

    /** What is to happen to the record. */
    public enum Action {
        CREATE,
        UPDATE,
        DELETE,
        RESTORE
    }

    /** What whoever saves the record wants to know of others like it. */
    public enum Lookalikes {
        /** Nothing: a rule or a job writes it, or somebody has been asked already. */
        IGNORED,
        /** They are to be told. */
        MINDED,
        /** They know, and insist. */
        KNOWN,
        /** They only ask; nothing is to be saved. */
        ASKED,
        /** They are told afterwards; it is saved. */
        NOTED,
        /** They have decided what becomes of one that is like another: it is not saved. */
        DECIDED
    }

    private final ObjectType type;
    private final Action action;
    private final UUID id;
    private final Map<String, Object> input;
    private final @Nullable Long expectedVersion;
    private final BitSet given = new BitSet();
    private final List<Fault> faults = new ArrayList<>(0);
    private final List<Fault> known = new ArrayList<>(0);
    private final Map<Attribute<?>, @Nullable Object> presets = new LinkedHashMap<>(4);
    private boolean underway;
    private boolean touched;
    private @Nullable Object @Nullable [] before;
    private @Nullable Object[] after;
    private @Nullable ProblemKind failure;
    private @Nullable Past past;
    private boolean takesBack;
    private boolean givesAway;
    private boolean settled;
    private boolean exact;
    private Lookalikes lookalikes = Lookalikes.IGNORED;
    private Map<String, Object> told = Map.of();

    private Draft(ObjectType type, Action action, UUID id, Map<String, Object> input, @Nullable Long expectedVersion) {
        this.type = type;
        this.action = action;
        this.id = id;
        this.input = input;
        this.expectedVersion = expectedVersion;
        this.after = new Object[type.size()];
    }

    /** @param input JSON values by attribute name; a null value empties the attribute */
    public static Draft create(ObjectType type, Map<String, Object> input) {
        return new Draft(type, Action.CREATE, Ids.next(), input, null);
    }

    /** @param id one of the maker's choosing, that no record has */
    public static Draft create(ObjectType type, UUID id, Map<String, Object> input) {
        return new Draft(type, Action.CREATE, id, input, null);
    }

    /** @param expectedVersion the version the writer has seen; null where the caller holds no version and takes the newest */
    public static Draft update(ObjectType type, UUID id, @Nullable Long expectedVersion, Map<String, Object> input) {
        return new Draft(type, Action.UPDATE, id, input, expectedVersion);
    }

    /**
     * Gives the record to somebody and changes nothing beside: judged by {@link Right#ASSIGN} instead of {@link Right#EDIT}.
     *
     * @throws IllegalArgumentException where such records belong to nobody
     */
    public static Draft assign(ObjectType type, UUID id, UUID person) {
        Attribute<Ref> owner = type.owner();
        if (owner == null) {
            throw new IllegalArgumentException(type + " belongs to nobody");
        }
        Draft draft = new Draft(type, Action.UPDATE, id, Map.of(), null).set(owner, Ref.to(person));
        draft.givesAway = true;
        return draft;
    }

    public static Draft delete(ObjectType type, UUID id, @Nullable Long expectedVersion) {
        return new Draft(type, Action.DELETE, id, Map.of(), expectedVersion);
    }

    public static Draft restore(ObjectType type, UUID id) {
        return new Draft(type, Action.RESTORE, id, Map.of(), null);
    }

    /**
     * Writes down what happened before.
     *
     * @param past null for what happens now
     * @throws IllegalStateException outside an operation, by which it could be told from what people do and taken away again
     */
    public Draft in(@Nullable Past past) {
        if (past != null && Caller.current().operation() == null) {
            throw new IllegalStateException("the past is written in operations only");
        }
        this.past = past;
        return this;
    }

    /**
     * Takes back what an operation of the caller's wrote: it may reach the record whoever's it is by now, such as one it made
     * for a colleague, as long as nobody has written it since.
     *
     * @throws IllegalStateException without the version that the operation gave it
     */
    public Draft takingBack() {
        if (expectedVersion == null) {
            throw new IllegalStateException("what was written last is known by its version");
        }
        takesBack = true;
        return this;
    }

    /**
     * Whoever writes it knows every value: no rule of the object computes one or is in the way, nothing is inherited, and what is pointed to is there. For what is put
     * back as it was, and for what points elsewhere because the record it pointed to has become another.
     */
    public Draft exactly() {
        exact = true;
        type.attributes().stream().filter(attribute -> !(attribute.type() instanceof LinesType)).forEach(this::give);
        return this;
    }

    /** Its values are such as records have had: what a company demands of what is written anew does not hold them up. */
    public Draft settled() {
        settled = true;
        return this;
    }

    /** Has records like it looked for. */
    public Draft minding(Lookalikes lookalikes) {
        this.lookalikes = lookalikes;
        return this;
    }

    // ---- what rules and commands use ----

    /** When it happens: now, but for what is written down later. */
    public Instant at(Instant now) {
        return past == null ? now : past.at();
    }

    /** Whose doing it is. */
    public UUID by() {
        return past == null ? Caller.current().person() : past.by();
    }

    public @Nullable Past past() {
        return past;
    }

    public <T> @Nullable T get(Attribute<T> attribute) {
        return value(after, attribute);
    }

    /** As the record was; null for one that is being created. */
    public <T> @Nullable T old(Attribute<T> attribute) {
        return before == null ? null : value(before, attribute);
    }

    public <T> Draft set(Attribute<T> attribute, @Nullable T value) {
        put(index(attribute), value);
        if (!underway) {
            presets.put(attribute, value);
        }
        return this;
    }

    public <T> boolean changed(Attribute<T> attribute) {
        return !attribute.type().same(old(attribute), get(attribute));
    }

    public boolean isNew() {
        return action == Action.CREATE;
    }

    /** Whether whoever writes the record named the attribute, be it with the value it had before. */
    public boolean isGiven(Attribute<?> attribute) {
        return given.get(index(attribute));
    }

    public void reject(Attribute<?> attribute, String code, Object... args) {
        reject(Fault.at(attribute, code, args));
    }

    /** One that was found before the pipeline takes over lets the rest be judged all the same. */
    public void reject(Fault fault) {
        faults.add(fault);
        if (!underway) {
            known.add(fault);
        }
        if (failure == null) {
            failure = ProblemKind.RULE_BROKEN;
        }
    }

    // ---- what the pipeline uses ----

    /** Ends this record's way; a kind said earlier stays. */
    public void fail(ProblemKind kind, Fault... why) {
        if (failure == null || failure == ProblemKind.RULE_BROKEN) {
            failure = kind;
        }
        faults.addAll(List.of(why));
    }

    /** What is told beside the faults, such as the records that it is like: members of the problem. */
    public void tell(Map<String, Object> members) {
        told = Map.copyOf(members);
    }

    public Map<String, Object> told() {
        return told;
    }

    public Lookalikes lookalikes() {
        return lookalikes;
    }

    public ObjectType type() {
        return type;
    }

    public Action action() {
        return action;
    }

    public UUID id() {
        return id;
    }

    public Map<String, Object> input() {
        return input;
    }

    public @Nullable Long expectedVersion() {
        return expectedVersion;
    }

    public boolean takesBack() {
        return takesBack;
    }

    public boolean isExact() {
        return exact;
    }

    /** Whether nothing is asked of it but what is asked of every record there is. */
    public boolean isSettled() {
        return settled || exact;
    }

    /** What the caller has to have a right to. */
    public Right right() {
        return switch (action) {
            case CREATE -> Right.CREATE;
            case UPDATE -> givesAway ? Right.ASSIGN : Right.EDIT;
            case DELETE, RESTORE -> Right.DELETE;
        };
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public @Nullable ProblemKind failure() {
        return failure;
    }

    public boolean isAlive() {
        return failure == null;
    }

    public void give(Attribute<?> attribute) {
        given.set(index(attribute));
    }

    /** The pipeline takes over: what code has set until now is kept, whatever is loaded. */
    public void begin() {
        underway = true;
        presets.forEach((attribute, value) -> put(attribute.ordinal(), value));
    }

    /** Takes the stored record as the state before, and as the one to change. */
    public void load(@Nullable Object[] stored) {
        before = stored;
        after = stored.clone();
        presets.forEach((attribute, value) -> put(attribute.ordinal(), value));
    }

    /** The same draft before it went anywhere: for a second try after the database refused a whole batch. */
    public Draft again() {
        var again = new Draft(type, action, id, input, expectedVersion);
        again.presets.putAll(presets);
        known.forEach(again::reject);
        again.past = past;
        again.takesBack = takesBack;
        again.givesAway = givesAway;
        again.lookalikes = lookalikes;
        again.settled = settled;
        return exact ? again.exactly() : again;
    }

    /** Something that belongs to the record changes with it: it gets a new version though its own values stay. */
    public void touch() {
        touched = true;
    }

    /** Whether there is anything to write. */
    public boolean isEffective() {
        return action != Action.UPDATE || touched || !changes().isEmpty();
    }

    /** The attributes whose value differs from what is stored; for a new record, those that have one. */
    public List<Attribute<?>> changes() {
        List<Attribute<?>> changes = new ArrayList<>();
        for (Attribute<?> attribute : type.attributes()) {
            if (!(attribute.type() instanceof LinesType) && changed(attribute)) {
                changes.add(attribute);
            }
        }
        return changes;
    }

    /** An attribute that the company has added meanwhile has no value in a state of before. */
    @SuppressWarnings("unchecked")
    private <T> @Nullable T value(@Nullable Object[] state, Attribute<T> attribute) {
        int at = index(attribute);
        return at < state.length ? (T) state[at] : null;
    }

    private void put(int at, @Nullable Object value) {
        if (at >= after.length) {
            after = Arrays.copyOf(after, at + 1);
        }
        after[at] = value;
    }

    private int index(Attribute<?> attribute) {
        if (!Objects.equals(attribute.object(), type)) {
            throw new IllegalArgumentException(attribute + " is no attribute of " + type);
        }
        return attribute.ordinal();
    }
}
