package io.keyuan.engine;

/** The choices of the current caller's tenant. */
@FunctionalInterface
public interface ChoiceLists {

    /** @return the tenant's choices of a choice attribute; empty where it has none */
    ChoiceList of(Attribute<?> attribute);
}
