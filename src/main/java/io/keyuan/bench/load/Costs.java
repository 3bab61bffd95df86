package io.keyuan.bench.load;

import io.keyuan.bench.data.World;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * What a write costs for one thing that is done with it. Each is the write with it; in the columns of the bare statements stands the same
 * write without, right after.
 */
final class Costs {

    /** A name that {@code --only} finds all of them by. */
    private static final String PREFIX = "costs: ";

    private static final List<String> GRADES = List.of("a", "b", "c");

    private final Subject subject;
    private final World world;
    private final Writings writings;
    private final String token;
    private final AtomicInteger made = new AtomicInteger();
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    Costs(Subject subject, World world, Writings writings) {
        this.subject = subject;
        this.world = world;
        this.writings = writings;
        this.token = subject.administrator();
    }

    List<Work> all() {
        return List.of(trail(), rules(), hanging());
    }

    /** The program never writes without the trail, so this compares statements. */
    private Work trail() {
        return new Work(
                PREFIX + "a row of the trail with a row",
                SqlClient.source(subject.database(), number -> writings.inserted(true)),
                SqlClient.source(subject.database(), number -> writings.inserted(false)));
    }

    /** Sixteen of the base's twenty sharing rules go by the grade, none by the remarks. */
    private Work rules() {
        return new Work(
                PREFIX + "edit of what sharing rules go by",
                number -> editor(number, round -> ",\"grade\":\"" + GRADES.get(round % GRADES.size()) + "\""),
                number -> editor(number, round -> ""));
    }

    private Client editor(int number, IntFunction<String> more) throws IOException {
        return new Editor(new HttpConnection(subject.address()), token, world, number, more);
    }

    /** A contact takes the customer's owner with it, and locks the customer while it does. */
    private Work hanging() {
        return new Work(
                PREFIX + "create of what hangs on a customer",
                contacts(number -> ",\"customer\":{\"id\":\"" + world.customerId(Math.floorMod(number * 7919, world.customers())) + "\"}"),
                contacts(number -> ""));
    }

    private Client.Source contacts(IntFunction<String> more) {
        return HttpClient.source(
                subject.address(),
                number -> Request.post("/api/v1/contacts", token, "{\"name\":\"" + run + " " + made.getAndIncrement() + "\"" + more.apply(number) + "}"),
                answer -> answer.status() == 201);
    }
}
