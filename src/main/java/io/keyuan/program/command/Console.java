package io.keyuan.program.command;

import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person or a script sees. Results go to standard output, which nobody else may write to; everything that is
 * said on the way goes to standard error.
 */
record Console(PrintStream results, PrintStream remarks) {

    /** The process's own streams. Whatever a library prints goes to standard error from now on. */
    static Console ofThisProcess() {
        Console console = new Console(System.out, System.err);
        System.setOut(System.err);
        return console;
    }

    void result(String line) {
        results.println(line);
        results.flush();
    }

    /** One JSON object on one line. */
    void result(Map<String, ?> object) {
        result(JsonMapper.shared().writeValueAsString(object));
    }

    void remark(String line) {
        remarks.println(line);
    }

    /** Overwrites the line before it, on a terminal; elsewhere nobody wants a hundred progress lines. */
    void progress(String line) {
        if (System.console() != null) {
            remarks.print("\r" + line + "\u001b[K");
            remarks.flush();
        }
    }

    /** Tells, this one time, how the first administrator signs in; the password is null when it was given by whoever started the program. */
    void administrator(String login, @Nullable String oneTimePassword) {
        remark(oneTimePassword == null
                ? "Sign in as " + login + " with the password from KEYUAN_ADMIN_PASSWORD."
                : "Sign in as " + login + " with the one-time password " + oneTimePassword);
    }
}
