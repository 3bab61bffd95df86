package io.keyuan.engine.duplicates;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two records that seem to be one.
 *
 * @param one the lower id of the two, as PostgreSQL orders them
 * @param group null where somebody has said that they are not the same
 * @param reasons as they are stored
 */
record Pair(UUID one, UUID other, @Nullable UUID group, int score, String reasons) {

    static Pair of(UUID some, UUID another, Match match) {
        boolean inOrder = some.toString().compareTo(another.toString()) < 0;
        return new Pair(inOrder ? some : another, inOrder ? another : some, null, match.score(), spell(match));
    }

    Pair in(UUID group) {
        return new Pair(one, other, group, score, reasons);
    }

    boolean has(UUID record) {
        return one.equals(record) || other.equals(record);
    }

    private static String spell(Match match) {
        return match.reasons().stream()
                .map(because -> because.attribute() == null ? because.reason().code() : because.reason().code() + ":" + because.attribute().name())
                .collect(Collectors.joining(" "));
    }

    /** The reasons again; those by attributes that are no more are left out. */
    List<Match.Because> because(ObjectType type) {
        List<Match.Because> because = new ArrayList<>();
        for (String each : reasons.split(" ", -1)) {
            int colon = each.indexOf(':');
            Attribute<?> attribute = colon < 0 ? null : type.find(each.substring(colon + 1));
            if (!each.isEmpty() && (colon < 0 || attribute != null)) {
                String code = colon < 0 ? each : each.substring(0, colon);
                because.add(new Match.Because(Reason.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')), attribute));
            }
        }
        return because;
    }
}
