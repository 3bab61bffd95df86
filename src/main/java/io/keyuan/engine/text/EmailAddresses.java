package io.keyuan.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds e-mail addresses in folded text and the places from which people type them. */
final class EmailAddresses {
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9._%+'-]+@(?:[a-z0-9._-]*[a-z0-9])?|@[a-z0-9._-]*[a-z0-9]");

    private EmailAddresses() {}

    /** Addresses, whole or begun; none in most texts. */
    static List<String> in(String folded) {
        if (folded.indexOf('@') < 0) {
            return List.of();
        }
        List<String> addresses = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(folded);
        while (matcher.find()) {
            addresses.add(matcher.group());
        }
        return addresses;
    }

    /** The text with a blank in the place of every address. */
    static String without(String folded) {
        return folded.indexOf('@') < 0 ? folded : ADDRESS.matcher(folded).replaceAll(" ");
    }

    /** Gives an address from each of its words before the @ on, and from the @ on. */
    static void eachSuffix(String address, Consumer<String> suffix) {
        int at = address.indexOf('@');
        for (int start = 0; start <= at; start++) {
            boolean wordBegins = start == 0 || start == at || !Hanzi.isWord(address.charAt(start - 1));
            if (wordBegins) {
                suffix.accept(Lexemes.word(address.substring(start)));
            }
        }
    }
}
