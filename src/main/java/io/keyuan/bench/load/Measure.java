package io.keyuan.bench.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Lets clients ask for a while.
 *
 * @param warmUp how long before anything counts
 * @param time how long it counts
 */
record Measure(Processor processor, Duration warmUp, Duration time) {

    static final int MOST_CLIENTS = 64;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** @throws Client.WrongAnswer where one answer was not as it should be */
    Timing of(Client.Source source, int clients) throws IOException, SQLException {
        List<Client> open = new ArrayList<>();
        try {
            for (int number = 0; number < clients; number++) {
                open.add(source.open(number));
            }
            together(open, warmUp);
            Processor.Used before = processor.used();
            long begin = System.nanoTime();
            long[] nanos = together(open, time);
            long end = System.nanoTime();
            return timing(nanos, end - begin, processor.used().since(before));
        } finally {
            for (Client client : open) {
                client.close();
            }
        }
    }

    private static Timing timing(long[] nanos, long elapsed, Processor.Used used) {
        Arrays.sort(nanos);
        double perSecond = nanos.length * NANOS_PER_SECOND / elapsed;
        return new Timing(nanos.length, perSecond, millis(nanos, 50), millis(nanos, 95), used.per(nanos.length));
    }

    private static double millis(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / NANOS_PER_MILLI;
    }

    private static long[] together(List<Client> clients, Duration time) throws IOException {
        try (var threads = Executors.newFixedThreadPool(clients.size())) {
            List<Future<long[]>> running = clients.stream().map(client -> threads.submit(() -> alone(client, time))).toList();
            return running.stream().map(Measure::result).flatMapToLong(LongStream::of).toArray();
        } catch (Failed failed) {
            throw new IOException("a request failed: " + failed.getCause().getMessage(), failed.getCause());
        }
    }

    private static long[] alone(Client client, Duration time) throws IOException, SQLException {
        long[] nanos = new long[1024];
        int count = 0;
        long begin = System.nanoTime();
        long now = begin;
        do {
            long asked = now;
            client.ask();
            now = System.nanoTime();
            nanos = count == nanos.length ? Arrays.copyOf(nanos, count * 2) : nanos;
            nanos[count] = now - asked;
            count++;
        } while (now - begin < time.toNanos());
        return Arrays.copyOf(nanos, count);
    }

    private static long[] result(Future<long[]> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new Failed(Objects.requireNonNullElse(failure.getCause(), failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failed(interrupted);
        }
    }

    private static final class Failed extends RuntimeException {
        Failed(Throwable cause) {
            super(cause);
        }

        @Override
        public synchronized Throwable getCause() {
            return Objects.requireNonNull(super.getCause());
        }
    }
}
