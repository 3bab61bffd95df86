package io.keyuan.engine.layout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How pages and forms are laid out for whoever asks. */
public interface LayoutsOfCaller {

    /** By the object's name in code; those of which nothing is settled are not in it. Equal as long as nothing is settled otherwise. */
    Map<String, Chosen> all();

    /**
     * Of one object.
     *
     * @param kind name of the attribute whose choices are the kinds of its records; null where it has no kinds
     * @param plain for records of a kind that is not among {@code byKind}; null for the definition's own
     * @param byKind those that differ from it, by the kind of the record
     * @param conditional what depends on what a record says; null where nothing does
     * @param offered by kind and attribute, the codes of the choices of which records have one; what is not in it is offered whole
     */
    record Chosen(
            @Nullable String kind, @Nullable Layout plain, Map<String, Layout> byKind, @Nullable Conditional conditional,
            Map<String, Map<String, List<String>>> offered) {}

    /**
     * @param hiding names of attributes that are not shown of every record
     * @param by names of the attributes that decide what is shown and required
     */
    record Conditional(Set<String> hiding, Set<String> by) {}
}
