package io.keyuan.engine;

import org.jspecify.annotations.Nullable;

/** The choices of the current caller's tenant, for whoever may offer more. */
public interface EditableChoiceLists extends ChoiceLists {

    /** Offers one more choice, at the end, without a fixed meaning; its code is made of the label, which is in the caller's language. */
    Choice add(Attribute<?> attribute, String label);

    /**
     * The same in one of the accents of the look.
     *
     * @param initial whether new records begin with it
     */
    Choice add(Attribute<?> attribute, String label, @Nullable String colour, boolean initial);
}
