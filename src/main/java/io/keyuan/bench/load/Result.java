package io.keyuan.bench.load;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was found of one kind of work.
 *
 * @param work its name
 * @param clients how many asked at once
 * @param program by the program
 * @param bare by the least that had to be done in the database; for what is asked with fewer rights, by the program for the
 *     administrator
 */
public record Result(String work, int clients, Timing program, Timing bare) {

    /** The program's throughput as a share of the bare one's. */
    public double ratio() {
        return program.perSecond() / bare.perSecond();
    }

    /** How many times as long as the bare one all but the slowest of twenty take. */
    public double slower() {
        return program.p95() / bare.p95();
    }

    /** One line of a table; {@link #HEADER} stands above. */
    public String line() {
        return "%-56s %7d %9d %10.1f %8.2f %8.2f %8.2f %8.2f %8.2f %10.1f %8.2f %6.2f %6.2f".formatted(
                work, clients, program.requests(), program.perSecond(), program.p50(), program.p95(), program.used().program(),
                program.used().database(), program.used().load(), bare.perSecond(), bare.used().database(), ratio(), slower());
    }

    public static final String HEADER = "%-56s %7s %9s %10s %8s %8s %8s %8s %8s %10s %8s %6s %6s".formatted(
            "work", "clients", "done", "per s", "p50 ms", "p95 ms", "cpu prog", "cpu db", "cpu load", "bare per s", "bare db",
            "ratio", "p95 x");

    /** The same for programs; times are milliseconds, processor time is for each request. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("work", work);
        json.put("clients", clients);
        json.put("program", json(program));
        json.put("bare", json(bare));
        json.put("ratio", ratio());
        json.put("slower", slower());
        return json;
    }

    private static Map<String, Object> json(Timing timing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("requests", timing.requests());
        json.put("perSecond", timing.perSecond());
        json.put("p50", timing.p50());
        json.put("p95", timing.p95());
        json.put("programCpu", timing.used().program());
        json.put("databaseCpu", timing.used().database());
        json.put("loadCpu", timing.used().load());
        return json;
    }
}
