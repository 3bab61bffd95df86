package io.keyuan.engine;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What companies add to the program's objects. A definition is a constant of the program, and so it asks here what the current
 * caller's company has beside: as choices and statements do, attributes depend on on whose behalf the program acts.
 */
public final class AddedAttributes {

    /** One for each running program; where several run in one process, as tests do, whichever knows the company answers. */
    private static final List<Source> SOURCES = new CopyOnWriteArrayList<>();

    private AddedAttributes() {}

    /** Knows the attributes of companies. */
    @FunctionalInterface
    public interface Source {

        /** @return null where the company has added nothing to the object */
        @Nullable Shape of(UUID tenant, ObjectType type);
    }

    public static void ask(Source source) {
        SOURCES.add(source);
    }

    public static void askNoMore(Source source) {
        SOURCES.remove(source);
    }

    /** @return null where the caller's company has added nothing, and where nobody calls */
    static @Nullable Shape to(ObjectType type) {
        Caller caller = Caller.currentOrNull();
        if (caller == null) {
            return null;
        }
        for (Source source : SOURCES) {
            Shape shape = source.of(caller.tenant(), type);
            if (shape != null) {
                return shape;
            }
        }
        return null;
    }
}
