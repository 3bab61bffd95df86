package io.keyuan.engine;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What companies add: attributes to the program's objects, and objects. A definition is a constant of the program, and so it asks here
 * what the current caller's company has beside: as choices and statements do, attributes depend on on whose behalf the program acts.
 */
public final class AddedAttributes {

    /** One for each running program; where several run in one process, as tests do, whichever knows the company answers. */
    private static final List<Source> SOURCES = new CopyOnWriteArrayList<>();

    private AddedAttributes() {}

    /** Knows the attributes and objects of companies. */
    public interface Source {

        /** The objects a company has defined, those that were removed among them; in the order of the navigation. */
        List<ObjectType> objects(UUID tenant);

        /** What a company has added to all objects: another object after every change; null where nothing. */
        @Nullable Object state(UUID tenant);

        /** @return null where the company has added nothing to the object */
        @Nullable Shape of(UUID tenant, ObjectType type);
    }

    public static void ask(Source source) {
        SOURCES.add(source);
    }

    public static void askNoMore(Source source) {
        SOURCES.remove(source);
    }

    /** Something that stays the same object as long as the caller's company changes nothing of what it has added; null where it has added nothing. */
    public static @Nullable Object state() {
        Caller caller = Caller.currentOrNull();
        return caller == null ? null : SOURCES.stream().map(source -> source.state(caller.tenant())).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The objects that the caller's company has defined; none where nobody calls. */
    static List<ObjectType> objects() {
        Caller caller = Caller.currentOrNull();
        if (caller == null) {
            return List.of();
        }
        for (Source source : SOURCES) {
            List<ObjectType> objects = source.objects(caller.tenant());
            if (!objects.isEmpty()) {
                return objects;
            }
        }
        return List.of();
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
