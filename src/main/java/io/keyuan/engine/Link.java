package io.keyuan.engine;

import org.jspecify.annotations.Nullable;

/**
 * A line on the map of what belongs with what, drawn for each record of an object.
 *
 * @param from where it begins: the record that this reference points to; null where the record itself stands there
 * @param to the reference to where it ends
 * @param as what it is, such as the part somebody plays; null where it is always the same
 * @param strength how strong it is; null where nobody says
 */
public record Link(@Nullable Attribute<Ref> from, Attribute<Ref> to, @Nullable Attribute<Choice> as, @Nullable Attribute<Choice> strength) {

    /** The object whose records it is drawn for. */
    public ObjectType object() {
        return to.object();
    }
}
