package io.keyuan.identity.account;

import io.keyuan.engine.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which passwords people may choose: long ones that are not among the first to be guessed. Kinds of characters do not matter. */
@Component
public final class PasswordPolicy {

    public static final int MIN_LENGTH = 10;
    public static final int MAX_LENGTH = 200;

    private static final int FEWEST_DIFFERENT = 4;

    private final Set<String> common = read("/io/keyuan/identity/common-passwords.txt");

    /** What is wrong with a password for somebody of this login; empty where nothing is. */
    public Optional<Fault> check(String password, String login) {
        if (password.length() < MIN_LENGTH) {
            return fault("too-short", MIN_LENGTH, password.length());
        }
        if (password.length() > MAX_LENGTH) {
            return fault("too-long", MAX_LENGTH, password.length());
        }
        if (password.equalsIgnoreCase(login)) {
            return fault("is-login");
        }
        return isCommon(password) ? fault("too-common") : Optional.empty();
    }

    private boolean isCommon(String password) {
        return password.codePoints().distinct().count() < FEWEST_DIFFERENT
                || common.contains(password.toLowerCase(Locale.ROOT));
    }

    private static Optional<Fault> fault(String code, Object... args) {
        return Optional.of(Fault.at("password", code, args));
    }

    private static Set<String> read(String resource) {
        try (var in = Objects.requireNonNull(PasswordPolicy.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
