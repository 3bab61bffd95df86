package io.keyuan.program.command;

import io.keyuan.program.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one command is written.
 *
 * @param operands names of the words it needs, all of them
 * @param valued options that take a value, without their hyphens
 * @param flags options that take none
 */
record Syntax(List<String> operands, Set<String> valued, Set<String> flags) {

    /** Reads the words after the command's name; {@code --name value} and {@code --name=value} are the same. */
    Invocation parse(List<String> words) {
        List<String> found = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            if (!word.startsWith("--")) {
                found.add(word);
            } else if (takesNextWord(word)) {
                index++;
                options.put(word.substring(2), value(words, index, word));
            } else {
                putComplete(word, options);
            }
        }
        checkOperands(found);
        return new Invocation(found, options);
    }

    private boolean takesNextWord(String word) {
        return valued.contains(word.substring(2));
    }

    private static String value(List<String> words, int index, String option) {
        if (index == words.size()) {
            throw Refusal.usage("The option " + option + " needs a value.");
        }
        return words.get(index);
    }

    private void putComplete(String word, Map<String, String> options) {
        int equals = word.indexOf('=');
        String name = word.substring(2, equals < 0 ? word.length() : equals);
        if (equals < 0 ? !flags.contains(name) : !valued.contains(name)) {
            throw Refusal.usage("There is no option --" + name + " here.");
        }
        options.put(name, equals < 0 ? "" : word.substring(equals + 1));
    }

    private void checkOperands(List<String> found) {
        if (found.size() > operands.size()) {
            throw Refusal.usage("Nothing is known to do with \"" + found.get(operands.size()) + "\".");
        }
        if (found.size() < operands.size()) {
            throw Refusal.usage("The <" + operands.get(found.size()) + "> is missing.");
        }
    }
}
