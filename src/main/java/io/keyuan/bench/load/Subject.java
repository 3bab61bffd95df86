package io.keyuan.bench.load;

import java.net.URI;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The program that is measured.
 *
 * @param address where it answers
 * @param process the number of its process
 * @param database where it keeps its data
 * @param tenant whose data the base is
 * @param tokens makes a token for the person of a login
 */
public record Subject(URI address, long process, Connections database, UUID tenant, UnaryOperator<String> tokens) {

    String token(String login) {
        return tokens.apply(login);
    }

    String administrator() {
        return tokens.apply("admin");
    }
}
