package io.keyuan.engine.web;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.FileFormat;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Right;
import io.keyuan.engine.TimelineEntry;
import io.keyuan.engine.layout.Layout;
import io.keyuan.engine.layout.LayoutsOfCaller;
import io.keyuan.engine.layout.Placement;
import io.keyuan.engine.web.Metadata.Area;
import io.keyuan.engine.web.Metadata.CommandInfo;
import io.keyuan.engine.web.Metadata.ConditionalInfo;
import io.keyuan.engine.web.Metadata.EntryInfo;
import io.keyuan.engine.web.Metadata.EntryWay;
import io.keyuan.engine.web.Metadata.LayoutInfo;
import io.keyuan.engine.web.Metadata.ObjectInfo;
import io.keyuan.engine.web.Metadata.Related;
import io.keyuan.engine.web.Metadata.Rights;
import io.keyuan.engine.web.Metadata.SectionInfo;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes the objects from one viewpoint: what may not be read is not mentioned. */
final class Description {

    private static final String NEWEST_FIRST = "-createdAt";
    private static final LayoutsOfCaller.Chosen UNSETTLED = new LayoutsOfCaller.Chosen(null, null, Map.of(), null, Map.of());

    private final Viewpoint view;
    private final ObjectTypes types;
    private final Messages messages;
    private final Locale language;
    private final AttributeDescription attributes;
    private final List<ObjectType> visible;

    Description(Viewpoint view, ObjectTypes types, Messages messages) {
        this.view = view;
        this.types = types;
        this.messages = messages;
        this.language = view.language();
        this.attributes = new AttributeDescription(view, types, messages);
        this.visible = types.all().stream().filter(type -> view.may(Right.READ, type)).toList();
    }

    Metadata metadata() {
        return new Metadata(language.toLanguageTag(), view.tenant(), areas(), visible.stream().map(this::object).toList());
    }

    /** In the order of what stands first in each. */
    private List<Area> areas() {
        return types.all().stream()
                .sorted(Comparator.comparingInt(ObjectType::place))
                .map(ObjectType::area)
                .distinct()
                .map(area -> new Area(area, messages.text(language, "area." + area), shownIn(area)))
                .filter(area -> !area.objects().isEmpty())
                .toList();
    }

    private List<String> shownIn(String area) {
        return visible.stream()
                .filter(type -> type.area().equals(area) && type.parent() == null && !type.can(Capability.HIDDEN))
                .map(ObjectType::path)
                .toList();
    }

    private ObjectInfo object(ObjectType type) {
        Attribute<?> board = board(type);
        Attribute<?> parent = type.parent();
        LayoutsOfCaller.Chosen chosen = view.layouts().getOrDefault(type.name(), UNSETTLED);
        Attribute<?> kind = kind(type, chosen);
        Placement plain = Placement.of(type, chosen.plain());
        return new ObjectInfo(
                type.path(),
                type.name(),
                messages.label(language, type),
                messages.plural(language, type),
                type.icon(),
                type.title().name(),
                capabilities(type),
                board == null ? null : board.name(),
                parent == null ? null : Objects.requireNonNull(types.target(parent)).path(),
                rights(type),
                FileFormat.of(type).stream().map(FileFormat::code).toList(),
                NEWEST_FIRST,
                view.first().get(type.name()),
                readable(type.columns()),
                quick(plain, kind),
                readable(type.wanted()),
                type.sameness() == null ? List.of() : readable(type.sameness().compared()),
                sections(type, plain),
                kind == null ? null : kind.name(),
                layouts(type, chosen, kind),
                conditional(type, chosen.conditional()),
                related(type),
                commands(type),
                entries(type),
                entry(type),
                type.attributes().stream().filter(view::maySee).map(attributes::of).toList());
    }

    /** Whoever does not see the stages has no board of them. */
    private @Nullable Attribute<?> board(ObjectType type) {
        Attribute<?> board = type.board();
        return board == null || !view.maySee(board) || view.isMasked(board) ? null : board;
    }

    private List<String> capabilities(ObjectType type) {
        Stream<String> said = type.capabilities().stream().sorted().map(Description::camelCase);
        Stream<String> exportable = view.may(Right.EXPORT, type) ? Stream.of("exportable") : Stream.empty();
        Stream<String> board = board(type) == null ? Stream.empty() : Stream.of("board");
        Stream<String> linked = isLinked(type) ? Stream.of("linked") : Stream.empty();
        Attribute<?> above = type.hierarchy();
        Stream<String> hierarchical = above != null && view.maySee(above) && !view.isMasked(above) ? Stream.of("hierarchical") : Stream.empty();
        return Stream.of(said, exportable, board, linked, hierarchical).flatMap(word -> word).toList();
    }

    /** Whether a map shows what belongs with such a record. */
    private boolean isLinked(ObjectType type) {
        return visible.stream()
                .flatMap(other -> other.links().stream())
                .anyMatch(link -> type.equals(types.target(link.to())) || type.equals(types.begins(link)));
    }

    private static String camelCase(Capability capability) {
        String[] words = capability.name().toLowerCase(Locale.ROOT).split("_");
        return words[0] + Stream.of(words).skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private Rights rights(ObjectType type) {
        return new Rights(
                view.may(Right.CREATE, type), view.may(Right.EDIT, type), view.may(Right.DELETE, type), view.may(Right.IMPORT, type),
                view.may(Right.EXPORT, type), view.may(Right.ASSIGN, type), view.may(Right.BULK, type), view.may(Right.CONFIGURE, type));
    }

    private List<CommandInfo> commands(ObjectType type) {
        return !view.may(Right.EDIT, type) ? List.of() : type.commands().stream()
                .filter(command -> view.maySee(command.of()))
                .map(command -> new CommandInfo(
                        command.path(), messages.text(language, type.name() + ".command." + command.name()), command.of().name(),
                        command.meaningCodes().stream().sorted().toList()))
                .toList();
    }

    /** Of an object whose records point here in several ways, the first way. */
    private List<EntryWay> entries(ObjectType type) {
        Map<String, EntryWay> ways = new LinkedHashMap<>();
        types.entriesOf(type).stream()
                .filter(reference -> visible.contains(reference.object()) && view.maySee(reference) && !view.isMasked(reference))
                .forEach(reference -> ways.putIfAbsent(reference.object().path(), new EntryWay(reference.object().path(), reference.name())));
        return List.copyOf(ways.values());
    }

    private @Nullable EntryInfo entry(ObjectType type) {
        TimelineEntry entry = type.entry();
        return entry == null ? null : new EntryInfo(entry.at().name(), readable(entry.asked()));
    }

    private List<SectionInfo> sections(ObjectType type, Placement placement) {
        return placement.sections().stream()
                .map(section -> new SectionInfo(section.name(), label(type, section), readable(section.attributes())))
                .filter(section -> !section.attributes().isEmpty())
                .toList();
    }

    private String label(ObjectType type, Placement.Section section) {
        String given = Languages.closest(language, section.labels());
        return given == null ? messages.label(language, type, new ObjectType.Section(section.name(), section.attributes())) : given;
    }

    /** The kind is chosen first: the rest of the form follows from it. */
    private List<String> quick(Placement placement, @Nullable Attribute<?> kind) {
        Stream<Attribute<?>> first = Stream.<Attribute<?>>ofNullable(kind).filter(view::mayWrite);
        return readable(Stream.concat(first, placement.quick().stream()).distinct().toList());
    }

    /** What says of which kind a record is; whoever does not see it sees all records laid out alike. */
    private @Nullable Attribute<?> kind(ObjectType type, LayoutsOfCaller.Chosen chosen) {
        Attribute<?> kind = chosen.kind() == null ? null : type.find(chosen.kind());
        return kind == null || !view.maySee(kind) || view.isMasked(kind) ? null : kind;
    }

    private List<LayoutInfo> layouts(ObjectType type, LayoutsOfCaller.Chosen chosen, @Nullable Attribute<?> kind) {
        return kind == null ? List.of() : Stream.concat(chosen.byKind().keySet().stream(), chosen.offered().keySet().stream())
                .distinct()
                .sorted()
                .map(code -> layout(code, type, chosen, kind))
                .toList();
    }

    private LayoutInfo layout(String code, ObjectType type, LayoutsOfCaller.Chosen chosen, Attribute<?> kind) {
        Layout own = chosen.byKind().get(code);
        Placement placement = Placement.of(type, own == null ? chosen.plain() : own);
        Map<String, List<String>> choices = new TreeMap<>(chosen.offered().getOrDefault(code, Map.of()));
        choices.keySet().retainAll(seen(type, choices.keySet()));
        return new LayoutInfo(code, sections(type, placement), quick(placement, kind), choices);
    }

    private @Nullable ConditionalInfo conditional(ObjectType type, LayoutsOfCaller.@Nullable Conditional conditional) {
        return conditional == null ? null : new ConditionalInfo(seen(type, conditional.hiding()), seen(type, conditional.by()));
    }

    private List<String> seen(ObjectType type, Set<String> names) {
        return readable(names.stream().sorted().<Attribute<?>>map(type::find).filter(Objects::nonNull).toList());
    }

    private List<Related> related(ObjectType type) {
        return types.relatedTo(type).stream()
                .filter(attribute -> visible.contains(attribute.object()) && view.maySee(attribute) && !view.isMasked(attribute))
                .map(this::related)
                .toList();
    }

    private Related related(Attribute<?> attribute) {
        ObjectType other = attribute.object();
        String own = messages.find(language, attribute.labelKey() + ".related");
        return new Related(other.path(), attribute.name(), own == null ? messages.plural(language, other) : own);
    }

    private List<String> readable(List<? extends Attribute<?>> some) {
        return some.stream().filter(view::maySee).map(Attribute::name).toList();
    }
}
