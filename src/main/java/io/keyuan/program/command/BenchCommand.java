package io.keyuan.program.command;

import io.keyuan.bench.Bench;
import io.keyuan.program.DataFolder;
import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import io.keyuan.program.database.DatabaseUrl;
import io.keyuan.program.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills a data folder with a company to measure with, or measures the program on it. */
record BenchCommand(ProgramAccess access, Class<?> application, Map<String, String> environment, Console console)
        implements Command {
    private static final String CLIENTS = "1,8";
    private static final int MOST_CLIENTS = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public Syntax syntax() {
        return new Syntax(List.of("data|run"), Set.of("home", "customers", "seconds", "rows", "only", "clients", "events"), Set.of("json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        StartOptions options = StartOptions.of(invocation, environment);
        switch (invocation.operand(0)) {
            case "data" -> report(invocation, fill(invocation, options));
            case "run" -> report(invocation, measure(invocation, options));
            default -> throw Refusal.usage("It is bench data or bench run, not bench " + invocation.operand(0) + ".");
        }
        return ExitCode.DONE;
    }

    private void report(Invocation invocation, Map<String, ?> result) {
        if (invocation.has("json")) {
            console.result(result);
        }
    }

    /** The program makes its tables and the first tenant, the bench fills them. */
    private Map<String, ?> fill(Invocation invocation, StartOptions options) throws IOException {
        int customers = number(invocation, "customers", 0);
        int events = number(invocation, "events", 0);
        if (customers + events == 0) {
            throw Refusal.usage("Say how many: --customers 100000.");
        }
        long begin = System.nanoTime();
        access.use(invocation, program -> {
            fill(options, customers, events);
            return customers;
        });
        double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        console.remark("%d customers and %d events made in %.1f s".formatted(customers, events, seconds));
        return Map.of("customers", customers, "events", events, "seconds", seconds);
    }

    private void fill(StartOptions options, int customers, int events) throws IOException {
        try {
            if (customers > 0) {
                fill(options, customers);
            }
            if (events > 0) {
                Bench.addEvents(database(options), events);
            }
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private void fill(StartOptions options, int customers) throws IOException {
        try {
            if (Bench.customers(database(options)) > 0) {
                throw Refusal.failed("The data folder " + options.home() + " is filled already; choose another with --home.");
            }
            Bench.fill(database(options), customers, console::remark);
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private Map<String, ?> measure(Invocation invocation, StartOptions options) throws IOException {
        if (isUnused(options)) {
            try (var process = ProgramProcess.start(application, options.home())) {
                return measureRunning(invocation, options);
            }
        }
        return measureRunning(invocation, options);
    }

    /** The program has a process of its own, or what the load costs could not be told from what it costs. */
    private static boolean isUnused(StartOptions options) {
        var folder = DataFolder.tryOpen(options.home());
        folder.ifPresent(DataFolder::close);
        return folder.isPresent();
    }

    private Map<String, ?> measureRunning(Invocation invocation, StartOptions options) throws IOException {
        return access.use(invocation, client -> {
            long process = ProgramRecord.process(options.home()).orElseThrow(() -> new IOException("the program has stopped"));
            var program = new Bench.Program(client.address(), process, database(options), login -> token(client, login));
            try {
                if (Bench.customers(program.database()) == 0) {
                    Bench.fill(program.database(), required(invocation), console::remark);
                }
                return figures(program, plan(invocation));
            } catch (SQLException failure) {
                throw new IOException(failure);
            }
        });
    }

    private static int required(Invocation invocation) {
        int customers = number(invocation, "customers", 0);
        if (customers == 0) {
            throw Refusal.usage(
                    "There is nothing to measure with yet; fill the folder with bench data, or say --customers 100000.");
        }
        return customers;
    }

    private Map<String, ?> figures(Bench.Program program, Bench.Plan plan) throws SQLException, IOException {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("at", Instant.now().toString());
        figures.put("version", Texts.version());
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("loadBefore", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        figures.put("customers", Bench.customers(program.database()));
        figures.put("results", Bench.run(program, plan, console::remark));
        return figures;
    }

    private static Bench.Plan plan(Invocation invocation) {
        Duration time = Duration.ofSeconds(number(invocation, "seconds", 10));
        Duration warmUp = time.compareTo(WARM_UP) < 0 ? time : WARM_UP;
        return new Bench.Plan(warmUp, time, clients(invocation), number(invocation, "rows", 100_000), invocation.option("only").orElse(""));
    }

    private static List<Integer> clients(Invocation invocation) {
        String text = invocation.option("clients").orElse(CLIENTS);
        if (!text.matches("[1-9]\\d?(,[1-9]\\d?)*")) {
            throw Refusal.usage("--clients needs numbers such as 1,8, not \"" + text + "\".");
        }
        List<Integer> numbers = Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
        if (numbers.stream().anyMatch(number -> number > MOST_CLIENTS)) {
            throw Refusal.usage("No more than " + MOST_CLIENTS + " clients ask at once.");
        }
        return numbers;
    }

    private static String token(ProgramClient client, String login) {
        try {
            return client.post("/api/v1/control/token", Map.of("login", login)).path("token").asString("");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Bench.Database database(StartOptions options) {
        var address = options.database().map(DatabaseUrl::parse).orElseGet(() -> EmbeddedDatabase.running(options.home()));
        return address::connect;
    }

    private static int number(Invocation invocation, String option, int otherwise) {
        String text = invocation.option(option).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,8}")) {
            throw Refusal.usage("--" + option + " needs a number, not \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }
}
