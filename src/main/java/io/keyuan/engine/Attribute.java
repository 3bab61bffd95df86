package io.keyuan.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of one object: the only way to name it in code. Filters, sorting, import, audit, permissions, the API and
 * the screens all see this and nothing else.
 *
 * @param <T> what its value is in Java; a value is null where the record has none
 */
public final class Attribute<T> {

    /** The column of every object's table that holds what has no column of its own. */
    private static final String DOCUMENT = "custom";

    private final ObjectType object;
    private final String name;
    private final int ordinal;
    /** What tells it from others of its object: there may be another one of that name in another company. */
    private final Object key;
    private final @Nullable AttributeDefinition definition;
    private final AttributeType<T> type;
    /** Made at the first use, when the definition has said everything. */
    private volatile @Nullable List<Column> columns;

    private boolean required;
    private boolean unique;
    private boolean derived;
    private boolean byCommand;
    private boolean implied;
    private boolean fixed;
    private boolean system;
    private boolean sortable;
    private boolean filterable;
    private boolean summed;
    private boolean sensitive;
    private @Nullable SearchKind searched;
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;
    private @Nullable T initial;
    private final List<Way<T>> inherited = new ArrayList<>(0);

    Attribute(ObjectType object, String name, int ordinal, AttributeType<T> type) {
        this(object, name, ordinal, type, null);
    }

    /** @param definition what a company has written down of it; null where it stands in the program */
    Attribute(ObjectType object, String name, int ordinal, AttributeType<T> type, @Nullable AttributeDefinition definition) {
        this.object = object;
        this.name = name;
        this.ordinal = ordinal;
        this.type = type;
        this.filterable = type.filterable();
        this.key = definition == null ? name : definition.id();
        this.definition = definition;
    }

    // ---- said once, in the definition ----

    public Attribute<T> required() {
        required = true;
        return this;
    }

    /** Two records that are not deleted never share a value. */
    public Attribute<T> unique() {
        unique = true;
        return this;
    }

    /** Computed by rules; nobody writes it. */
    public Attribute<T> derived() {
        derived = true;
        return this;
    }

    /** Set by commands: nobody writes it and no rule computes it, so what takes a command back has to set it again. */
    public Attribute<T> byCommand() {
        byCommand = true;
        return derived();
    }

    /** Follows from other values of the record: where their changes are told, its own say nothing more. */
    public Attribute<T> implied() {
        implied = true;
        return derived();
    }

    /** The program goes by each of its choices: a company may call them otherwise, but neither adds nor drops one. */
    public Attribute<T> fixed() {
        fixed = true;
        return this;
    }

    /** An index serves lists in this order. */
    public Attribute<T> sortable() {
        sortable = true;
        return this;
    }

    Attribute<T> unfilterable() {
        filterable = false;
        return this;
    }

    /** Lists and charts may add it up. */
    public Attribute<T> summed() {
        summed = true;
        return this;
    }

    /**
     * So personal or secret that it has to be provable who read it: phone numbers, addresses of mail, dates of birth, codes of
     * registers. Every answer that holds such a value is kept in the {@linkplain AuditTrail trail}.
     */
    public Attribute<T> sensitive() {
        sensitive = true;
        return this;
    }

    /** The search box finds the record by it. */
    public Attribute<T> searchable() {
        return searchable(SearchKind.TEXT);
    }

    public Attribute<T> searchable(SearchKind kind) {
        searched = kind;
        return this;
    }

    /** The attribute people know the record by: required, sortable, found by search and by pinyin. */
    @SuppressWarnings("unchecked")
    public Attribute<T> title() {
        object.titled((Attribute<String>) this);
        return required().sortable().searchable(SearchKind.TITLE);
    }

    public Attribute<T> between(long min, long max) {
        this.min = BigDecimal.valueOf(min);
        this.max = BigDecimal.valueOf(max);
        return this;
    }

    /** What a new record has where nobody says otherwise. */
    public Attribute<T> initially(T value) {
        initial = value;
        return this;
    }

    /** Where nobody gives it, it is what the record that another attribute points to has; the first way that leads anywhere counts. */
    public Attribute<T> inheritedBy(Attribute<Ref> reference, Supplier<Attribute<T>> source) {
        inherited.add(new Way<>(reference, source));
        return this;
    }

    Attribute<T> system() {
        system = true;
        return this;
    }

    // ---- read by everybody ----

    public ObjectType object() {
        return object;
    }

    public String name() {
        return name;
    }

    public int ordinal() {
        return ordinal;
    }

    public AttributeType<T> type() {
        return type;
    }

    /** The columns that hold it, in the order in which {@link AttributeType#bind} writes them. */
    public List<Column> columns() {
        List<Column> known = columns;
        if (known == null) {
            known = definition == null ? type.columns(Names.separated(name, '_'), this) : members();
            columns = known;
        }
        return known;
    }

    /** Members are called after the attribute, with a dot where a column has an underscore: no attribute is called so. */
    private List<Column> members() {
        return type.columns("", this).stream().map(column -> column.in(DOCUMENT, name + column.name().replace('_', '.'))).toList();
    }

    /** What a company has written down of it, for whoever remembers what was made of that; null where it stands in the program. */
    public @Nullable AttributeDefinition definition() {
        return definition;
    }

    /** Where its values come from; null where they are written by people, or by rules of the program. */
    public @Nullable Calculation calculation() {
        return definition == null ? null : definition.calculation();
    }

    /** Where its values are looked up; null where the table of its object serves. */
    public @Nullable ValueIndex index() {
        return definition == null ? null : definition.index();
    }

    /** Where rows are kept for looking its values up, be it that not all of them are there yet. */
    public @Nullable ValueIndex keptIndex() {
        return definition == null ? null : definition.keptIndex();
    }

    /** Whether a stored record may be without it: one that was there before it had to be given may. */
    public boolean mayBeMissing() {
        return !required || definition != null;
    }

    /** Whether text has a sort key beside it. */
    public boolean isKeyed() {
        return type instanceof TextType text && (sortable || definition != null && text.form() != TextType.Form.LINES);
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isUnique() {
        return unique;
    }

    public boolean isDerived() {
        return derived;
    }

    public boolean isByCommand() {
        return byCommand;
    }

    public boolean isImplied() {
        return implied;
    }

    public boolean isFixed() {
        return fixed;
    }

    public boolean isSystem() {
        return system;
    }

    /** Whether a person or program may give it a value at all; rights come on top. */
    public boolean isWritable() {
        return !system && !derived;
    }

    public boolean isSortable() {
        return sortable;
    }

    public boolean isFilterable() {
        return filterable;
    }

    public boolean isSummed() {
        return summed;
    }

    public boolean isSensitive() {
        return sensitive;
    }

    public @Nullable SearchKind searched() {
        return searched;
    }

    public @Nullable BigDecimal min() {
        return min;
    }

    public @Nullable BigDecimal max() {
        return max;
    }

    public @Nullable T initial() {
        return initial;
    }

    public List<Way<T>> inherited() {
        return List.copyOf(inherited);
    }

    /**
     * From where a value is inherited.
     *
     * @param reference an attribute of the same object
     * @param source an attribute of what that points to; given late, so that definitions may name each other
     */
    public record Way<T>(Attribute<Ref> reference, Supplier<Attribute<T>> source) {}

    /** The key of its label in the message files: {@code openDay.title}. */
    public String labelKey() {
        return object.name() + "." + name;
    }

    /** What people call it in a language; null where the message files say it. */
    public @Nullable String label(Locale language) {
        return definition == null ? object.label(this, language) : definition.label(language);
    }

    /** However often it was read since: the attribute is the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Attribute<?> attribute && object.equals(attribute.object) && key.equals(attribute.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return object.name() + "." + name;
    }
}
