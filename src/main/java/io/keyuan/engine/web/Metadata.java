package io.keyuan.engine.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.keyuan.engine.view.FirstViews;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the console needs to know of every object to draw its screens, as {@code GET /api/v1/metadata} answers it. */
record Metadata(String language, Viewpoint.TenantFacts tenant, List<Area> areas, List<ObjectInfo> objects) {

    /** A group of the navigation. */
    record Area(String name, String label, List<String> objects) {}

    record ObjectInfo(
            String name,
            String type,
            String label,
            String pluralLabel,
            String icon,
            String title,
            List<String> capabilities,
            @Nullable String board,
            @Nullable String partOf,
            Rights rights,
            List<String> formats,
            String defaultSort,
            FirstViews.@Nullable First first,
            List<String> columns,
            List<String> quick,
            List<String> wanted,
            List<String> compared,
            List<SectionInfo> sections,
            @Nullable String kind,
            List<LayoutInfo> layouts,
            @Nullable ConditionalInfo conditional,
            List<Related> related,
            List<CommandInfo> commands,
            List<EntryWay> entries,
            @Nullable EntryInfo entry,
            List<AttributeInfo> attributes) {}

    /** Records of another object are entries of this one's timelines by pointing here with the attribute. */
    record EntryWay(String object, String attribute) {}

    /** How these records stand on timelines: by which attribute, and what a composer asks for. */
    record EntryInfo(String at, List<String> asked) {}

    /** What the caller may do with records of the object at all. */
    record Rights(
            boolean create,
            boolean edit,
            boolean delete,
            @JsonProperty("import") boolean imports,
            boolean export,
            boolean assign,
            boolean bulk,
            boolean configure) {}

    record SectionInfo(String name, String label, List<String> attributes) {}

    /**
     * How records of one kind stand on pages and in forms, where that differs from how others do; the kind by the code of the choice.
     *
     * @param choices by the attribute, the codes of the choices it offers, where these are not all
     */
    record LayoutInfo(String kind, List<SectionInfo> sections, List<String> quick, Map<String, List<String>> choices) {}

    /** Attributes that are not shown of every record, and those that decide what is shown and required: the form is asked for. */
    record ConditionalInfo(List<String> hiding, List<String> by) {}

    /** Records of another object that point here. */
    record Related(String object, String attribute, String label) {}

    /** A command, where it is asked for, and while which meanings of which choice it is offered. */
    record CommandInfo(String path, String label, String attribute, List<String> meanings) {}

    record AttributeInfo(
            String name,
            String label,
            @Nullable String help,
            String type,
            boolean required,
            boolean unique,
            boolean writable,
            boolean derived,
            boolean masked,
            boolean filterable,
            boolean sortable,
            boolean searchable,
            boolean summed,
            @Nullable Integer maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer scale,
            boolean multiline,
            @Nullable String reference,
            @Nullable String lines,
            @Nullable List<ChoiceInfo> choices,
            @Nullable DependencyInfo dependsOn,
            @Nullable Object initial) {}

    /** Which choices fit to which of another attribute; to a code that is not named all do. */
    record DependencyInfo(String attribute, Map<String, List<String>> fits) {}

    record ChoiceInfo(String code, String label, @Nullable String meaning, @Nullable String color, boolean active) {}
}
