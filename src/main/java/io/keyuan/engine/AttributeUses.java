package io.keyuan.engine;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what of a module goes by an attribute, and would come to nothing without it. */
@FunctionalInterface
public interface AttributeUses {

    /** What people call them; empty where nothing does. */
    List<String> of(Attribute<?> attribute);

    /**
     * Whether an expression may name an attribute, by itself or on the way to it.
     *
     * @param type whose expression it is
     */
    static boolean names(ObjectType type, @Nullable String expression, Attribute<?> attribute) {
        String word = Pattern.quote(attribute.name()) + "\\b";
        String own = type.equals(attribute.object()) ? "|(?<![.\\w])" + word : "";
        return expression != null && Pattern.compile("\\." + word + own).matcher(expression).find();
    }
}
