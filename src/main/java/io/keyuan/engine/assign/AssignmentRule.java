package io.keyuan.engine.assign;

import io.keyuan.engine.ObjectType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gets records of an object.
 *
 * @param place rules are asked in its order; the first whose condition holds and that knows somebody decides
 * @param automatic whether it is asked for new records that come without an owner
 * @param condition an expression; null for all records
 * @param pool who gets them
 * @param mostOpen who has so many open records of the object gets no more; null for no limit
 */
record AssignmentRule(
        UUID id,
        long version,
        ObjectType type,
        int place,
        String name,
        boolean active,
        boolean automatic,
        @Nullable String condition,
        Method method,
        Pool pool,
        @Nullable Integer mostOpen) {

    /** How one of the people is chosen. */
    enum Method {
        /** One after the other. */
        ROUND_ROBIN,
        /** Whoever has the fewest open records of the object. */
        LEAST_LOAD,
        /** Whoever is named for a value of the record. */
        BY_VALUE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static @Nullable Method of(@Nullable String code) {
            return List.of(values()).stream().filter(method -> method.code().equals(code)).findFirst().orElse(null);
        }
    }

    /**
     * Among whom is chosen.
     *
     * @param people one by one, in their order; empty where a group or values say who
     * @param group whose members; null where there is none
     * @param value by which value of a record somebody is named: an attribute, or one of what a reference points to, as in {@code
     *     place.region}; null where none
     * @param byValue who is named for which value, by its {@linkplain ValuePath#key key}
     */
    record Pool(List<UUID> people, @Nullable Group group, @Nullable ValuePath value, Map<String, UUID> byValue) {}

    /** A record whose members are people. */
    record Group(ObjectType type, UUID id) {}
}
