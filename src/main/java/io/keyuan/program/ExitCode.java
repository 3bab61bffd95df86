package io.keyuan.program;

/** What the process tells whoever started it. Scripts hold on to these numbers. */
public enum ExitCode {
    /** Done, or asked to stop. */
    DONE(0),
    /** Anything that is not one of the others. */
    FAILED(1),
    /** The command line was wrong. */
    USAGE(2),
    /** The surroundings are wrong: port, folder, disk, database. */
    SURROUNDINGS(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number handed to the operating system. */
    public int number() {
        return number;
    }
}
