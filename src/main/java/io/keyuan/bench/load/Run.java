package io.keyuan.bench.load;

import io.keyuan.bench.data.CustomerRows;
import io.keyuan.bench.data.World;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Everything there is to measure, one after the other. */
public final class Run {

    private final Subject subject;
    private final World world;
    private final Processor processor;
    private final Measure measure;

    public Run(Subject subject, World world, Duration warmUp, Duration time) throws SQLException, IOException {
        this.subject = subject;
        this.world = world;
        this.processor = Processor.of(subject.process(), subject.database());
        this.measure = new Measure(processor, warmUp, time);
    }

    /** @param told hears of each result at once */
    public List<Result> all(List<Integer> clients, int rows, String only, Consumer<Result> told)
            throws SQLException, IOException {
        List<Result> results = new ArrayList<>();
        var writings = new Writings(subject, world);
        List<Work> works = Stream.of(new Readings(subject, world).all(), new Finding(subject, world).all(), new Rights(subject, world).all(),
                        new Trail(subject).all(), new Attaching(subject, world).all(), writings.all(), new Costs(subject, world, writings).all())
                .flatMap(List::stream)
                .filter(work -> work.name().contains(only))
                .toList();
        for (Work work : works) {
            for (int number : clients) {
                add(results, one(work, number), told);
            }
        }
        new InBulk(subject, processor, measure, world).run(name -> name.contains(only)).forEach(result -> add(results, result, told));
        new Added(subject, processor, measure, world).run(name -> name.contains(only)).forEach(result -> add(results, result, told));
        if (LookingThrough.NAME.contains(only)) {
            new LookingThrough(subject, processor, world).run().forEach(result -> add(results, result, told));
        }
        if (Exporting.NAME.contains(only)) {
            new Exporting(subject, processor).run().forEach(result -> add(results, result, told));
        }
        clean(writings);
        if (rows > 0) {
            new Importing(subject, processor, world, writings).run(rows).forEach(result -> add(results, result, told));
        }
        return results;
    }

    private static void add(List<Result> results, Result result, Consumer<Result> told) {
        results.add(result);
        told.accept(result);
    }

    private Result one(Work work, int clients) throws SQLException, IOException {
        try {
            return new Result(work.name(), clients, measure.of(work.program(), clients), measure.of(work.bare(), clients));
        } catch (IOException failure) {
            throw new IOException(work.name() + ": " + failure.getMessage(), failure);
        }
    }

    private void clean(Writings writings) throws SQLException {
        if (!writings.bare().isEmpty()) {
            try (var connection = subject.database().open()) {
                CustomerRows.remove(connection, subject.tenant(), writings.bare());
            }
        }
    }
}
