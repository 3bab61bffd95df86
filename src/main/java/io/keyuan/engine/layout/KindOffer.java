package io.keyuan.engine.layout;

import java.util.List;

/**
 * Which choices of an attribute records of a kind may have.
 *
 * @param kind code of the kind
 * @param attribute name of an attribute with single choices
 * @param choices their codes, at least one
 */
public record KindOffer(String kind, String attribute, List<String> choices) {

    public KindOffer {
        choices = List.copyOf(choices);
    }
}
