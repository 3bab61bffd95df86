package io.keyuan.program.command;

import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Has the program make a secret for a person and prints nothing but that.
 *
 * @param secret what is asked for: "token" or "password"
 */
record ControlCommand(String secret, ProgramAccess access, Console console) implements Command {

    private static final String PASSWORD = "password";
    private static final String RESET_SECOND_FACTOR = "reset-second-factor";

    @Override
    public Syntax syntax() {
        return new Syntax(List.of("login"), Set.of("home", "tenant"), flags());
    }

    private Set<String> flags() {
        return secret.equals(PASSWORD) ? Set.of("json", RESET_SECOND_FACTOR) : Set.of("json");
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        String made = access.use(invocation, program -> request(program.of(invocation.option("tenant")), invocation));
        if (invocation.has("json")) {
            console.result(Map.of(secret, made));
        } else {
            console.result(made);
        }
        return ExitCode.DONE;
    }

    private String request(ProgramClient program, Invocation invocation) throws IOException {
        String login = invocation.operand(0);
        Map<String, Object> body = invocation.has(RESET_SECOND_FACTOR)
                ? Map.of("login", login, "resetSecondFactor", true)
                : Map.of("login", login);
        String made = program.post("/api/v1/control/" + secret, body).path(secret).asString("");
        if (made.isEmpty()) {
            throw Refusal.failed("The program answered without a " + secret + ".");
        }
        return made;
    }
}
