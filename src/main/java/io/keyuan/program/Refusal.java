package io.keyuan.program;

/**
 * The program cannot do what it was asked. The message is the one sentence a person reads: what is wrong and the mend.
 * It is not a bug, so nobody needs its stack trace.
 */
public final class Refusal extends RuntimeException {
    private final ExitCode code;

    private Refusal(ExitCode code, String sentence, Throwable... causes) {
        super(sentence, causes.length == 0 ? null : causes[0]);
        this.code = code;
    }

    /** The command line is wrong. */
    public static Refusal usage(String sentence) {
        return new Refusal(ExitCode.USAGE, sentence);
    }

    /** Port, folder, disk or database are not as the program needs them. */
    public static Refusal surroundings(String sentence, Throwable... causes) {
        return new Refusal(ExitCode.SURROUNDINGS, sentence, causes);
    }

    /** The command was understood and tried, and failed. */
    public static Refusal failed(String sentence, Throwable... causes) {
        return new Refusal(ExitCode.FAILED, sentence, causes);
    }

    /** What the process ends with. */
    public ExitCode code() {
        return code;
    }

    /** The sentence for the person. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
