package io.keyuan.bench.load;

/**
 * How one kind of request fared.
 *
 * @param p50 milliseconds in which half of them were answered
 * @param p95 milliseconds in which nearly all were
 * @param used processor time for each request
 */
record Timing(long requests, double perSecond, double p50, double p95, Processor.Used used) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Of one thing that was done with so many at once, each of which counts. */
    static Timing once(int count, long nanos, Processor.Used used) {
        double millis = nanos / NANOS_PER_MILLI;
        return new Timing(count, count * NANOS_PER_SECOND / nanos, millis, millis, used.per(count));
    }
}
