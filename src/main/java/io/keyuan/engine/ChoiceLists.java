package io.keyuan.engine;

/** The choices of the current caller's tenant. */
public interface ChoiceLists {

    /** @return the tenant's choices of a choice attribute; empty where it has none */
    ChoiceList of(Attribute<?> attribute);

    /** Offers one more choice, at the end, without a fixed meaning; its code is made of the label. */
    Choice add(Attribute<?> attribute, String label);
}
