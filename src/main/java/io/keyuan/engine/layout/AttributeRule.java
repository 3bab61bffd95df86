package io.keyuan.engine.layout;

import io.keyuan.engine.Attribute;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds of an attribute by what a record says, each part by an expression; null where it has no such part.
 *
 * @param attribute its name
 * @param requiredWhen a record that is like this has to have a value, as long as the attribute is visible
 * @param readOnlyWhen the value of a record that is like this, as it is stored, does not change
 * @param visibleWhen pages and forms show it of records that are like this only; of all where it is null
 * @param by names of the attributes of the record that decide whether it is required
 */
public record AttributeRule(
        String attribute, @Nullable String requiredWhen, @Nullable String readOnlyWhen, @Nullable String visibleWhen, List<String> by) {

    public AttributeRule {
        by = List.copyOf(by);
    }

    Stream<String> conditions() {
        return Stream.of(requiredWhen, readOnlyWhen, visibleWhen).flatMap(Stream::ofNullable);
    }

    boolean isAbout(Attribute<?> other) {
        return attribute.equals(other.name());
    }
}
