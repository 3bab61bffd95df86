package io.keyuan.program.command;

import io.keyuan.program.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands between the program and those who use it or watch over it.
 *
 * @param certificate with which the program itself speaks https, if it does
 * @param proxies how many reverse proxies pass requests on, whose word for where they come from is believed
 * @param managementHost where metrics are served, apart from where people are
 * @param jsonLog whether the log is for programs
 */
record Exposure(Optional<Certificate> certificate, int proxies, String managementHost, boolean jsonLog) {
    static final Set<String> FLAGS = Set.of("trust-proxy");

    private static final String LOOPBACK = "127.0.0.1";

    /** As commands on the same machine see the program. */
    static final Exposure NONE = new Exposure(Optional.empty(), 0, LOOPBACK, false);

    static Exposure of(Invocation invocation, Map<String, String> environment) {
        given("KEYUAN_SLOW_STATEMENT_MS", environment).filter(text -> !text.matches("\\d{1,7}")).ifPresent(text -> {
            throw Refusal.usage("KEYUAN_SLOW_STATEMENT_MS needs a number of milliseconds, not \"" + text + "\".");
        });
        return new Exposure(
                certificate(invocation, environment),
                invocation.has("trust-proxy") ? 1 : proxies(environment.getOrDefault("KEYUAN_TRUST_PROXY", "")),
                given("KEYUAN_MANAGEMENT_HOST", environment).orElse(LOOPBACK),
                json(environment.getOrDefault("KEYUAN_LOG", "")));
    }

    private static Optional<Certificate> certificate(Invocation invocation, Map<String, String> environment) {
        Optional<String> chain = invocation.option("tls-certificate").or(() -> given("KEYUAN_TLS_CERTIFICATE", environment));
        Optional<String> key = invocation.option("tls-key").or(() -> given("KEYUAN_TLS_KEY", environment));
        if (chain.isPresent() != key.isPresent()) {
            throw Refusal.usage("A certificate needs its key: give both --tls-certificate and --tls-key.");
        }
        return chain.map(file -> new Certificate(path(file), path(key.orElseThrow())));
    }

    private static Path path(String file) {
        return Path.of(file).toAbsolutePath().normalize();
    }

    private static int proxies(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "", "no", "false", "0" -> 0;
            case "yes", "true" -> 1;
            case String number when number.matches("[1-9]") -> Integer.parseInt(number);
            default -> throw Refusal.usage("KEYUAN_TRUST_PROXY needs yes, no or the number of proxies, not \"" + text + "\".");
        };
    }

    private static boolean json(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "", "text" -> false;
            case "json" -> true;
            default -> throw Refusal.usage("KEYUAN_LOG needs json or text, not \"" + text + "\".");
        };
    }

    private static Optional<String> given(String variable, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
    }

    /** Settings of the application that follow from it. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--keyuan.proxies=" + proxies));
        certificate.ifPresent(files -> arguments.addAll(files.arguments()));
        if (jsonLog) {
            // What libraries print goes to standard error, and so does this.
            arguments.addAll(List.of(
                    "--logging.structured.format.file=logstash",
                    "--logging.structured.format.console=logstash",
                    "--logging.threshold.console=info",
                    "--keyuan.log.requests=true"));
        } else {
            arguments.add("--logging.threshold.console=off");
        }
        return arguments;
    }
}
