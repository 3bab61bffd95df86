package io.keyuan.engine.document;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeType;
import io.keyuan.engine.LinesType;
import java.util.List;

/**
 * What a path in a template leads to.
 *
 * @param from where it begins
 * @param steps the attributes on the way, all but the last of them references; empty where it leads to none
 * @param part what of it is meant: a {@linkplain AttributeType#parts part} of a value, of the company what stands on its papers; empty for the whole
 */
record Meaning(From from, List<Attribute<?>> steps, String part) {

    enum From {
        RECORD,
        /** A line of the record, of which the template is just saying something. */
        LINE,
        /** Whoever makes the document. */
        ME,
        COMPANY,
        TODAY,
        /** Which line it is, from 1. */
        INDEX
    }

    static Meaning of(From from) {
        return new Meaning(from, List.of(), "");
    }

    boolean isLines() {
        return from == From.RECORD && steps.size() == 1 && steps.getFirst().type() instanceof LinesType;
    }

    /** Whether it may be written as words: lines are only said one by one. */
    boolean isText() {
        return steps.isEmpty() || !(steps.getLast().type() instanceof LinesType);
    }

    static boolean isPart(Attribute<?> attribute, String name) {
        return attribute.type().part(name) != null;
    }
}
