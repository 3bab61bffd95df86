package io.keyuan.program.command;

import io.keyuan.program.Refusal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the program keeps its data and where it listens.
 *
 * @param port 0 for any free one
 * @param database another database than the one inside the data folder
 * @param managementPort where metrics are served, if anywhere
 * @param exposure what stands between the program and the world
 * @param secretKey what secrets in the database are sealed with, instead of the key in the data folder
 * @param demo whether an empty company shall become the sample company
 */
record StartOptions(
        Path home, String host, int port, Optional<String> database, Optional<Integer> managementPort,
        Exposure exposure, Optional<String> secretKey, boolean demo) {
    static final Set<String> FLAGS = flags();
    static final Set<String> NAMES = Set.of("home", "host", "port", "tls-certificate", "tls-key");

    private static final String LOOPBACK = "127.0.0.1";
    private static final int HIGHEST_PORT = 65535;

    /** The command line rules over the environment. */
    static StartOptions of(Invocation invocation, Map<String, String> environment) {
        return new StartOptions(
                Path.of(value("home", invocation, environment).orElse("data")).toAbsolutePath().normalize(),
                value("host", invocation, environment).orElse(LOOPBACK),
                value("port", invocation, environment).map(text -> port(text, "--port")).orElse(8080),
                given("KEYUAN_DATABASE_URL", environment),
                given("KEYUAN_MANAGEMENT_PORT", environment).map(text -> port(text, "KEYUAN_MANAGEMENT_PORT")),
                Exposure.of(invocation, environment),
                given("KEYUAN_SECRET_KEY", environment).map(SecretKey::checked),
                invocation.has("demo"));
    }

    private static Set<String> flags() {
        Set<String> flags = new HashSet<>(Exposure.FLAGS);
        flags.add("demo");
        return Set.copyOf(flags);
    }

    /** Where the program answers when it was given this port. */
    WebAddress address(int port) {
        return new WebAddress(exposure.certificate().isPresent() ? "https" : "http", host, port);
    }

    /** The same data, served on any free port that only this machine reaches. */
    StartOptions unseen() {
        return new StartOptions(home, LOOPBACK, 0, database, Optional.empty(), Exposure.NONE, secretKey, false);
    }

    private static Optional<String> value(String name, Invocation invocation, Map<String, String> environment) {
        return invocation.option(name)
                .or(() -> given("KEYUAN_" + name.toUpperCase(java.util.Locale.ROOT), environment));
    }

    private static Optional<String> given(String variable, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
    }

    private static int port(String text, String name) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw Refusal.usage(name + " needs a number from 0 to " + HIGHEST_PORT + ", not \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }
}
