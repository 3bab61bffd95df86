package io.keyuan.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is best done next with a record, as a rule: where it holds, the record's page tells the reason in words and has one way to do it.
 * Records that have come to the end of their board need nothing.
 *
 * @param name its words are {@code <object>.advice.<name>}, and with {@code .do} those of the way to do it; of the object that defines it
 * @param weight the greatest first
 * @param about the reference to the record it is about; null where it is about the record itself
 * @param of an expression that holds of the record it is about; null for any
 * @param when an expression of the records that define it; null for any
 * @param open whether of these only such count as are not at the end of their board
 */
public record Advice(String name, int weight, @Nullable Attribute<Ref> about, @Nullable String of, @Nullable String when, boolean open, Remedy remedy) {

    /** How it is done. */
    public sealed interface Remedy {

        /** By giving the record a value. */
        record Fill(Attribute<?> attribute) implements Remedy {}

        /** By one of the record's commands. */
        record Run(String command) implements Remedy {}

        /** By looking after the first of the records for which it holds, the one due first. */
        record Open() implements Remedy {}

        /** By making such a record: there is none for which it holds. */
        record Make(Map<String, Object> given) implements Remedy {}
    }

    /** A record of which this holds wants a value. */
    public static Advice fill(String name, int weight, String of, Attribute<?> attribute) {
        return new Advice(name, weight, null, of, null, false, new Remedy.Fill(attribute));
    }

    /** A record of which this holds wants a command. */
    public static Advice run(String name, int weight, String of, String command) {
        return new Advice(name, weight, null, of, null, false, new Remedy.Run(command));
    }

    /** Where some open record of which this holds points to another, that is told there. */
    public static Advice open(String name, int weight, Attribute<Ref> about, String when) {
        return new Advice(name, weight, about, null, when, true, new Remedy.Open());
    }

    /** Where no record of which {@code when} holds points to another, of which {@code of} holds, one is wanted there. */
    public static Advice make(
            String name, int weight, Attribute<Ref> about, @Nullable String of, @Nullable String when, boolean open, Map<String, Object> given) {
        return new Advice(name, weight, about, of, when, open, new Remedy.Make(given));
    }
}
