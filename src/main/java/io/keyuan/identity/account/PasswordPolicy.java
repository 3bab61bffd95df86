package io.keyuan.identity.account;

import io.keyuan.engine.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which passwords people may choose: long ones that are not among the first to be guessed. Kinds of characters do not matter,
 * and what is added to a leaked password at either end, or put in for its letters, does not make another of it.
 */
@Component
public final class PasswordPolicy {

    public static final int MIN_LENGTH = 12;
    public static final int MAX_LENGTH = 128;

    private static final int FEWEST_DIFFERENT = 4;
    /** Shorter words are found in too many good passwords. */
    private static final int SHORTEST_LATIN = 4;
    private static final int SHORTEST_HAN = 2;
    /** What is added to a word counts from here on. */
    private static final int ADDED = 8;

    private static final Pattern WITH_ADDITIONS = Pattern.compile("^[^\\p{L}]*(.*?)[^\\p{L}]*$", Pattern.DOTALL);
    private static final Pattern REPEATED = Pattern.compile("^(.{3,}?)\\1+$", Pattern.DOTALL);
    private static final Map<Character, Character> INSTEAD =
            Map.of('0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't', '@', 'a', '$', 's', '!', 'i');

    private final LeakedPasswords leaked;

    PasswordPolicy(LeakedPasswords leaked) {
        this.leaked = leaked;
    }

    /**
     * Whose password it is to be.
     *
     * @param words what a stranger knows of them: name, telephone, mail address, company
     */
    public record Owner(String login, List<String> words) {}

    /** What is wrong with a password for somebody; empty where nothing is. */
    public Optional<Fault> check(String password, Owner owner) {
        if (password.length() < MIN_LENGTH) {
            return fault("too-short", MIN_LENGTH, password.length());
        }
        if (password.length() > MAX_LENGTH) {
            return fault("too-long", MAX_LENGTH, password.length());
        }
        if (password.equalsIgnoreCase(owner.login()) || contains(password, owner.login())) {
            return fault("is-login");
        }
        if (owner.words().stream().anyMatch(word -> contains(password, word))) {
            return fault("is-known-of-you");
        }
        return isEasy(password) ? fault("too-common") : Optional.empty();
    }

    private static boolean contains(String password, String words) {
        String typed = password.toLowerCase(Locale.ROOT);
        String whole = words.toLowerCase(Locale.ROOT).strip();
        return Stream.concat(Stream.of(whole.replaceAll("\\s+", "")), Stream.of(whole.split("[\\s@.,，、]+")))
                .filter(PasswordPolicy::isTelling)
                .anyMatch(typed::contains);
    }

    private static boolean isTelling(String word) {
        boolean han = word.codePoints().anyMatch(Character::isIdeographic);
        return word.length() >= (han ? SHORTEST_HAN : SHORTEST_LATIN);
    }

    private boolean isEasy(String password) {
        return password.codePoints().distinct().count() < FEWEST_DIFFERENT
                || variants(password.toLowerCase(Locale.ROOT)).anyMatch(leaked::contain);
    }

    private static Stream<String> variants(String password) {
        String plain = undisguised(password);
        return Stream.of(password, plain)
                .flatMap(each -> Stream.of(each, core(each)))
                .flatMap(each -> Stream.of(each, once(each)))
                .filter(each -> password.length() - each.length() <= ADDED || REPEATED.matcher(password).matches());
    }

    /** Without digits and signs at either end. */
    private static String core(String password) {
        Matcher matcher = WITH_ADDITIONS.matcher(password);
        return matcher.matches() ? matcher.group(1) : password;
    }

    private static String once(String password) {
        Matcher matcher = REPEATED.matcher(password);
        return matcher.matches() ? matcher.group(1) : password;
    }

    private static String undisguised(String password) {
        var plain = new StringBuilder(password.length());
        for (char sign : core(password).toCharArray()) {
            plain.append(INSTEAD.getOrDefault(sign, sign));
        }
        return plain.toString();
    }

    private static Optional<Fault> fault(String code, Object... args) {
        return Optional.of(Fault.at("password", code, args));
    }
}
