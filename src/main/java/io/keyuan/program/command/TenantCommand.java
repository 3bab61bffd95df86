package io.keyuan.program.command;

import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Makes a company beside those that are there, and prints how its administrator signs in. */
record TenantCommand(ProgramAccess access, Console console) implements Command {

    /** It becomes the first label of a host's name. */
    private static final Pattern SLUG = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");

    /** What may be said of it, and what the program calls that. */
    private static final Map<String, String> OPTIONS = Map.of(
            "name", "name", "login", "login", "base-currency", "baseCurrency", "time-zone", "timeZone");

    @Override
    public Syntax syntax() {
        return new Syntax(
                List.of("create", "slug"), Set.of("home", "name", "login", "base-currency", "time-zone"), Set.of("json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Map<String, String> wanted = wanted(invocation);
        JsonNode made = access.use(invocation, program -> program.post("/api/v1/control/tenants", wanted));
        String login = made.path("login").asString("");
        String password = made.path("password").asString("");
        if (invocation.has("json")) {
            console.result(Map.of("tenant", invocation.operand(1), "login", login, "password", password));
        } else {
            console.result("Sign in to " + invocation.operand(1) + " as " + login + " with the one-time password " + password);
        }
        return ExitCode.DONE;
    }

    private static Map<String, String> wanted(Invocation invocation) {
        if (!invocation.operand(0).equals("create")) {
            throw Refusal.usage("It is tenant create, not tenant " + invocation.operand(0) + ".");
        }
        if (!SLUG.matcher(invocation.operand(1)).matches()) {
            throw Refusal.usage("A company's name in addresses is up to 40 small letters, digits and hyphens and begins with a letter, not \""
                    + invocation.operand(1) + "\".");
        }
        if (invocation.option("name").filter(name -> !name.isBlank()).isEmpty()) {
            throw Refusal.usage("Say what people call the company: --name \"客缘\".");
        }
        Map<String, String> wanted = new LinkedHashMap<>(Map.of("slug", invocation.operand(1)));
        OPTIONS.forEach((option, member) -> invocation.option(option).ifPresent(value -> wanted.put(member, value)));
        return wanted;
    }
}
