package io.keyuan.program.command;

import io.keyuan.program.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints something the program knows by heart. */
record TextCommand(String text, Console console) implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(List.of(), Set.of(), Set.of("json"));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        if (invocation.has("json")) {
            console.result(Map.of("text", text));
        } else {
            console.result(text);
        }
        return ExitCode.DONE;
    }
}
