package io.keyuan.program.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command as it was typed.
 *
 * @param operands the words that are not options, in their order
 * @param options values by the option's name without hyphens; flags have an empty one
 */
record Invocation(List<String> operands, Map<String, String> options) {

    String operand(int index) {
        return operands.get(index);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }
}
