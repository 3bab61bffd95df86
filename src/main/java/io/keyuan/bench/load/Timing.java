package io.keyuan.bench.load;

/**
 * How one kind of request fared.
 *
 * @param p50 milliseconds in which half of them were answered
 * @param p95 milliseconds in which nearly all were
 * @param used processor time for each request
 */
record Timing(long requests, double perSecond, double p50, double p95, Processor.Used used) {}
