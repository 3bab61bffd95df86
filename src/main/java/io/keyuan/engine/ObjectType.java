package io.keyuan.engine;

import io.keyuan.engine.address.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The definition of one kind of business object: its attributes and what it can do. From it follow address, schema, list,
 * form, filters, search, permissions, history and import; nothing else describes the object.
 *
 * <p>A definition is one class with one instance, made while the program starts; it does not change afterwards. Companies may add
 * attributes of their own: what is asked on behalf of one sees them as it sees those of the definition. They may add objects, too,
 * which are definitions like these, made of what is written down.
 */
public abstract class ObjectType {

    /** The section of what companies add. */
    private static final String FURTHER = "further";

    /** So many of the added attributes a list begins with, where they are what the object is about. */
    private static final int ADDED_COLUMNS = 6;

    private final String name;
    private final String path;
    private final String table;
    private final @Nullable ObjectDefinition definition;
    private final Map<String, Attribute<?>> attributes = new LinkedHashMap<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final List<RollUp> rollUps = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Advice> advice = new ArrayList<>();
    private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    private final Map<CardField, Attribute<?>> card = new EnumMap<>(CardField.class);
    private final Map<ToDoField, Attribute<?>> toDo = new EnumMap<>(ToDoField.class);
    private List<Attribute<?>> columns = List.of();
    private List<Attribute<?>> quick = List.of();
    private List<Attribute<?>> wanted = List.of();
    private @Nullable Attribute<BigDecimal> completeness;
    private @Nullable Attribute<Choice> board;
    private @Nullable Attribute<BigDecimal> chance;
    private @Nullable Attribute<LocalDate> due;
    private @Nullable Attribute<String> numbered;
    private @Nullable Attribute<Ref> parent;
    private @Nullable Attribute<String> title;
    private @Nullable Attribute<Ref> ownership;
    private @Nullable Attribute<Ref> anchor;
    private @Nullable Attribute<Ref> tree;
    private @Nullable Attribute<Ref> hierarchy;
    private @Nullable TimelineEntry entry;
    private @Nullable Hanging hanging;
    private @Nullable Sameness sameness;
    private volatile @Nullable Shape defined;
    private String area = "more";
    private int place = Integer.MAX_VALUE;
    private String icon = "square";
    private boolean madeOfAdded;

    /** Who made, changed and deleted a record, and when: the pipeline sets them, nobody writes them. */
    public final Attribute<UUID> id = system("id", new IdType()).required();
    public final Attribute<Long> version = system("version", new NumberType()).required().unfilterable();
    public final Attribute<Instant> createdAt = system("createdAt", new TimeType()).required().sortable();
    public final Attribute<Ref> createdBy = system("createdBy", ReferenceType.toPeople());
    public final Attribute<Instant> updatedAt = system("updatedAt", new TimeType()).required().sortable();
    public final Attribute<Ref> updatedBy = system("updatedBy", ReferenceType.toPeople());
    public final Attribute<Instant> deletedAt = system("deletedAt", new TimeType());
    public final Attribute<Ref> deletedBy = system("deletedBy", ReferenceType.toPeople());

    /** The record's key in the system it came from; unique where given. */
    public final Attribute<String> externalId = text("externalId", 200).unique().searchable(SearchKind.CODE);

    /** @param name singular, lower camel case: {@code openDay} is {@code /open-days} and table {@code open_day} */
    protected ObjectType(String name) {
        this(name, Names.separated(name, '_'));
    }

    /** For the object whose name is a reserved word of SQL. */
    protected ObjectType(String name, String table) {
        this(name, plural(Names.separated(name, '-')), table, null);
    }

    /** For an object that a company has defined, whose records share a table with those of others. */
    protected ObjectType(ObjectDefinition definition, String table) {
        this(definition.name(), definition.path(), table, definition);
    }

    private ObjectType(String name, String path, String table, @Nullable ObjectDefinition definition) {
        this.name = name;
        this.path = path;
        this.table = table;
        this.definition = definition;
    }

    private static String plural(String word) {
        return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }

    // ---- what definitions say ----

    protected final Attribute<String> text(String name, int maxLength) {
        return add(name, new TextType(TextType.Form.LINE, maxLength));
    }

    /** Text of several lines; not filterable by equality, not sortable. */
    protected final Attribute<String> longText(String name, int maxLength) {
        return add(name, new TextType(TextType.Form.LINES, maxLength));
    }

    protected final Attribute<String> email(String name) {
        return add(name, new TextType(TextType.Form.EMAIL, 254));
    }

    protected final Attribute<String> phone(String name) {
        return add(name, new TextType(TextType.Form.PHONE, 40));
    }

    protected final Attribute<String> url(String name) {
        return add(name, new TextType(TextType.Form.URL, 500));
    }

    /** The unified code of a Chinese register; whoever mistypes one is told by its check character. */
    protected final Attribute<String> registerCode(String name) {
        return add(name, new TextType(TextType.Form.REGISTER_CODE, RegisterCode.LENGTH));
    }

    protected final Attribute<Address> address(String name) {
        return add(name, new AddressType());
    }

    protected final Attribute<Long> number(String name) {
        return add(name, new NumberType());
    }

    protected final Attribute<BigDecimal> decimal(String name, int scale) {
        return add(name, new DecimalType(scale, false));
    }

    /** A share of a hundred: 12.5 means 12.5 %. */
    protected final Attribute<BigDecimal> percent(String name) {
        return add(name, new DecimalType(2, true));
    }

    protected final Attribute<Money> money(String name) {
        return add(name, new MoneyType());
    }

    protected final Attribute<LocalDate> date(String name) {
        return add(name, new DateType());
    }

    protected final Attribute<Instant> time(String name) {
        return add(name, new TimeType());
    }

    protected final Attribute<Boolean> yesNo(String name) {
        return add(name, new BooleanType());
    }

    /** One of the tenant's choices, which start as these options. */
    protected final Attribute<Choice> choice(String name, Option... options) {
        return add(name, new ChoiceType(null, List.of(options)));
    }

    /** One of the tenant's choices, each with one of the fixed meanings that rules rely on. */
    protected final Attribute<Choice> choice(String name, Class<? extends Enum<?>> meaning, Option... options) {
        return add(name, new ChoiceType(meaning, List.of(options)));
    }

    /** Any number of the tenant's choices, which start as these options. */
    protected final Attribute<Choices> choices(String name, Option... options) {
        return add(name, new MultiChoiceType(List.of(options)));
    }

    /** One file that hangs on the record. */
    protected final Attribute<AttachedFile> file(String name) {
        return add(name, new FileType());
    }

    /** Words of the tenant's own making, by which people put records together and find them. */
    protected final Attribute<Choices> tagged() {
        return choices("tags", Option.option("important", "cinnabar"), Option.option("followUp", "ochre"), Option.option("watch", "indigo"))
                .searchable();
    }

    protected final Attribute<Ref> reference(String name, Class<? extends ObjectType> target) {
        return add(name, ReferenceType.to(target));
    }

    /** Rows of another object that live and die with this record; {@code via} in the child points back here. */
    protected final Attribute<Lines> lines(String name, Class<? extends ObjectType> child) {
        return add(name, new LinesType(child));
    }

    /** Records belong to a person: visibility, assigning and transfer follow from it. */
    protected final Attribute<Ref> owned() {
        capabilities.add(Capability.OWNED);
        Attribute<Ref> owner = add("owner", ReferenceType.toPeople());
        ownership = owner;
        return owner;
    }

    protected final void capabilities(Capability... what) {
        capabilities.addAll(Arrays.asList(what));
    }

    /** A command that screens offer while the choice means one of these. */
    protected final void command(String name, Attribute<Choice> of, Enum<?>... meanings) {
        commands.add(new Command(name, of, Set.of(meanings)));
    }

    /** A board whose columns are the choices of this attribute. */
    protected final void board(Attribute<Choice> stage) {
        this.board = stage;
    }

    /** How likely a record comes to a good end, of a hundred: where it stands on its board says so as long as nobody knows better. */
    protected final void chance(Attribute<BigDecimal> chance) {
        this.chance = chance;
    }

    /** By when a record shall have come to the end of its board: those still open stand first beside what they belong to, the earliest first. */
    protected final void due(Attribute<LocalDate> due) {
        this.due = due;
    }

    /** Where a company says so, new records get a number by themselves, in this attribute, which is unique. */
    protected final void numbered(Attribute<String> number) {
        this.numbered = number.unique();
    }

    /** Seen and changed by whoever may see and change the record it is part of. */
    protected final void partOf(Attribute<Ref> parent) {
        this.parent = parent.required();
    }

    /**
     * These records hang on another, such as parts on a machine: its owner sees them, whoever made them. Who that is
     * stands with each of them, in the attribute this defines, so that no list of them needs to look above.
     */
    protected final Attribute<Ref> hangsOn(Attribute<Ref> above) {
        Attribute<Ref> owner = add(above.name() + "Owner", ReferenceType.toPeople()).derived();
        hanging = new Hanging(above, owner);
        return owner;
    }

    /** Records lie in one another: the attribute points to the next one out. */
    protected final void tree(Attribute<Ref> outer) {
        this.tree = outer;
    }

    /**
     * Records belong to one another, such as parts of a company to the whole, and maps show it: the attribute points to the next one
     * above. None comes to stand above itself.
     */
    protected final void hierarchy(Attribute<Ref> above) {
        this.hierarchy = above;
        links.add(new Link(null, above, null, null));
    }

    /**
     * Maps show a line from a record to what this points to.
     *
     * @param as what the line is called; null for what the attribute is called
     */
    protected final void linked(Attribute<Ref> to, @Nullable Attribute<Choice> as) {
        links.add(new Link(null, to, as, null));
    }

    /**
     * Maps show each of these records as a line between two others.
     *
     * @param strength how strong it is, the strongest choice first; null where nobody says
     */
    protected final void link(Attribute<Ref> from, Attribute<Ref> to, @Nullable Attribute<Choice> as, @Nullable Attribute<Choice> strength) {
        links.add(new Link(from, to, as, strength));
    }

    /** What is best done next with a record, or with what it points to. */
    protected final void advise(Advice... rules) {
        advice.addAll(Arrays.asList(rules));
    }

    /** What happens to these records is told on the timeline of the record they point to as well. */
    protected final void toldOn(Attribute<Ref> anchor) {
        this.anchor = anchor;
    }

    /** Each of these records is itself an entry of the timelines of the records it points to. */
    protected final void timelineEntry(TimelineEntry entry) {
        this.entry = entry;
    }

    /** Keeps a derived attribute of the parent true to these records. */
    protected final void rollUp(RollUp rollUp) {
        rollUps.add(rollUp);
    }

    /** @param place where among the objects of all areas it stands in the navigation, the lowest first */
    protected final void shownIn(String area, int place, String icon) {
        this.area = area;
        this.place = place;
        this.icon = icon;
    }

    /**
     * What a record should say, the most telling first: how many of a hundred parts of it are said is an attribute of its own,
     * and what is missing is asked for next.
     */
    protected final Attribute<BigDecimal> completeness(Attribute<?>... wanted) {
        Attribute<BigDecimal> kept = percent("completeness").implied();
        this.wanted = List.of(wanted);
        completeness = kept;
        return kept;
    }

    /** Records that are about the same are found by this, and can be made one. */
    protected final void same(Sameness sameness) {
        capabilities.add(Capability.MERGEABLE);
        this.sameness = sameness;
    }

    /** On a business card of a record, this is that. */
    protected final void card(CardField field, Attribute<?> attribute) {
        card.put(field, attribute);
    }

    /** In a list of things to do, this is that. */
    protected final void toDo(ToDoField field, Attribute<?> attribute) {
        toDo.put(field, attribute);
    }

    /** The columns a list begins with. */
    protected final void columns(Attribute<?>... columns) {
        this.columns = List.of(columns);
    }

    /** What a form asks for first. */
    protected final void quick(Attribute<?>... quick) {
        this.quick = List.of(quick);
    }

    /** What companies add is what the object is about: lists and forms begin with it, and it stands in the last section of the definition. */
    protected final void madeOfAdded() {
        madeOfAdded = true;
    }

    protected final void section(String name, Attribute<?>... attributes) {
        sections.add(new Section(name, List.of(attributes)));
    }

    private <T> Attribute<T> add(String name, AttributeType<T> type) {
        var attribute = new Attribute<>(this, name, attributes.size(), type);
        if (attributes.putIfAbsent(name, attribute) != null) {
            throw new IllegalStateException(this.name + " defines " + name + " twice");
        }
        return attribute;
    }

    private <T> Attribute<T> system(String name, AttributeType<T> type) {
        return add(name, type).system();
    }

    void titled(Attribute<String> title) {
        this.title = title;
    }

    // ---- what everybody else reads ----

    public final String name() {
        return name;
    }

    /** Plural, lower case, hyphens: the object's name in addresses. */
    public final String path() {
        return path;
    }

    public final String table() {
        return table;
    }

    /** Which rows of the {@link #table} are its records, by their column {@code object_id}; null where all of them are. */
    public final @Nullable UUID part() {
        return definition == null ? null : definition.id();
    }

    /** What a company has written down of it; null where it stands in the program. */
    public final @Nullable ObjectDefinition definition() {
        return definition;
    }

    /** Whether it can be worked with. One that was removed is still known by its name, but has no records as long as it is not brought back. */
    public final boolean isThere() {
        return definition == null || definition.removedAt() == null;
    }

    /** What people call a record; null where the message files say it. */
    final @Nullable String label(Locale language) {
        return definition == null ? null : definition.label(language);
    }

    /** What people call several records; null where the message files say it. */
    final @Nullable String plural(Locale language) {
        return definition == null ? null : definition.plural(language);
    }

    /** What people call an attribute of the definition; null where the message files say it. */
    final @Nullable String label(Attribute<?> attribute, Locale language) {
        return definition == null || !attribute.equals(title) ? null : definition.title(language);
    }

    /** In order of definition, then those that the current caller's company has added. */
    public final List<Attribute<?>> attributes() {
        return shape().attributes();
    }

    /** What the definition says and what the current caller's company has {@linkplain AddedAttributes added}. */
    private Shape shape() {
        Shape added = AddedAttributes.to(this);
        return added == null ? defined() : added;
    }

    /** What the definition says, for everybody. */
    public final Shape defined() {
        Shape known = defined;
        if (known == null || known.attributes().size() != attributes.size()) {
            known = Shape.defined(attributes.values());
            defined = known;
        }
        return known;
    }

    public final @Nullable Attribute<?> find(String attribute) {
        return shape().find(attribute);
    }

    /** Above every {@link Attribute#ordinal()}. */
    public final int size() {
        return shape().size();
    }

    public final boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    public final Set<Capability> capabilities() {
        return Set.copyOf(capabilities);
    }

    /** Those of the definition, and one with what the company has added. */
    public final List<Section> sections() {
        List<Attribute<?>> added = shape().added();
        if (added.isEmpty()) {
            return List.copyOf(sections);
        }
        if (!madeOfAdded || sections.isEmpty()) {
            return Stream.concat(sections.stream(), Stream.of(new Section(FURTHER, added))).toList();
        }
        Section last = sections.getLast();
        return Stream.concat(sections.stream().limit(sections.size() - 1L), Stream.of(new Section(last.name(), with(last.attributes(), added)))).toList();
    }

    private static List<Attribute<?>> with(List<Attribute<?>> first, List<Attribute<?>> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    public final List<Command> commands() {
        return List.copyOf(commands);
    }

    public final List<RollUp> rollUps() {
        return List.copyOf(rollUps);
    }

    /** What a record should say; empty where nobody asks how complete it is. */
    public final List<Attribute<?>> wanted() {
        return wanted;
    }

    /** How much of {@link #wanted} a record says; null where nobody asks. */
    public final @Nullable Attribute<BigDecimal> completeness() {
        return completeness;
    }

    /** By what records are told to be about the same; null where nobody asks. */
    public final @Nullable Sameness sameness() {
        return sameness;
    }

    /** What stands on a business card of a record; empty where these records have none. */
    public final Map<CardField, Attribute<?>> card() {
        return Collections.unmodifiableMap(card);
    }

    /** What calendars know of a record; empty where it is nothing to be done. */
    public final Map<ToDoField, Attribute<?>> toDo() {
        return Collections.unmodifiableMap(toDo);
    }

    public final List<Attribute<?>> columns() {
        List<Attribute<?>> added = madeOfAdded ? shape().added() : List.of();
        return added.isEmpty() ? columns : with(columns, added.subList(0, Math.min(ADDED_COLUMNS, added.size())));
    }

    public final List<Attribute<?>> quick() {
        return madeOfAdded ? with(quick, shape().added()) : quick;
    }

    public final @Nullable Attribute<Choice> board() {
        return board;
    }

    /** How likely a record comes to a good end, which the choices of the board may say; null where nobody asks. */
    public final @Nullable Attribute<BigDecimal> chance() {
        return chance;
    }

    /** By when a record shall have come to the end of its board; null where nobody says. */
    public final @Nullable Attribute<LocalDate> due() {
        return due;
    }

    /** Which attribute holds the number that records may get by themselves; null where these get none. */
    public final @Nullable Attribute<String> numbered() {
        return numbered;
    }

    public final @Nullable Attribute<Ref> parent() {
        return parent;
    }

    /** By which attribute these records lie in one another; null where they do not. */
    public final @Nullable Attribute<Ref> tree() {
        return tree;
    }

    /** By which attribute these records belong to one another; null where they do not. */
    public final @Nullable Attribute<Ref> hierarchy() {
        return hierarchy;
    }

    /** The lines that maps draw for each of these records. */
    public final List<Link> links() {
        return List.copyOf(links);
    }

    /** The rules these records are told by what is best done next, with them or with what they point to. */
    public final List<Advice> advice() {
        return List.copyOf(advice);
    }

    /** Where else what happens to these records is told: by definition, or because they are part of that record; else null. */
    public final @Nullable Attribute<Ref> anchor() {
        return anchor == null ? parent : anchor;
    }

    /** Null where these records are no entries of timelines. */
    public final @Nullable TimelineEntry entry() {
        return entry;
    }

    /** Null where these records hang on no other. */
    public final @Nullable Hanging hanging() {
        return hanging;
    }

    /** The person a record belongs to; null where {@link Capability#OWNED} is not said. */
    public final @Nullable Attribute<Ref> owner() {
        return ownership;
    }

    /** The attribute people know a record by. */
    public final Attribute<String> title() {
        if (title == null) {
            throw new IllegalStateException(name + " has no title");
        }
        return title;
    }

    public final String area() {
        return area;
    }

    public final int place() {
        return place;
    }

    public final String icon() {
        return icon;
    }

    /** However often what a company has defined was read since: the object is the same. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other || other instanceof ObjectType type && part() != null && Objects.equals(part(), type.part());
    }

    @Override
    public final int hashCode() {
        return name.hashCode();
    }

    @Override
    public final String toString() {
        return name;
    }

    /**
     * What records hang on.
     *
     * @param above the record
     * @param owner to whom that belongs; derived
     */
    public record Hanging(Attribute<Ref> above, Attribute<Ref> owner) {}

    /** Attributes shown together under one heading. */
    public record Section(String name, List<Attribute<?>> attributes) {}
}
