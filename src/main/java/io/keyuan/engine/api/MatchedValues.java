package io.keyuan.engine.api;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.SearchKind;
import io.keyuan.engine.audit.Disclosures;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notes what a hit of a search tells beside its title. The document it was found by does not say of which attribute a text is, so
 * every attribute whose values look like it counts.
 */
final class MatchedValues {

    private static final Pattern PHONE = Pattern.compile("[+0-9(][0-9 ()./-]{4,}.{0,12}");

    private MatchedValues() {}

    static void note(ObjectType type, UUID record, String... texts) {
        for (String text : texts) {
            for (Attribute<?> attribute : type.attributes()) {
                if (attribute.isSensitive() && looksLike(attribute.searched(), text)) {
                    Disclosures.note(attribute, record);
                }
            }
        }
    }

    private static boolean looksLike(@Nullable SearchKind kind, String text) {
        return switch (kind) {
            case null -> false;
            case EMAIL -> text.contains("@");
            case PHONE -> PHONE.matcher(text).matches();
            case CODE -> !text.contains("@");
            default -> true;
        };
    }
}
