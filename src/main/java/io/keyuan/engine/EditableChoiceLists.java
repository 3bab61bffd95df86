package io.keyuan.engine;

/** The choices of the current caller's tenant, for whoever may offer more. */
public interface EditableChoiceLists extends ChoiceLists {

    /** Offers one more choice, at the end, without a fixed meaning; its code is made of the label. */
    Choice add(Attribute<?> attribute, String label);
}
