package io.keyuan.program.command;

import io.keyuan.program.ExitCode;
import java.io.IOException;

/** Something the program can be told to do. */
interface Command {

    /** How it is written. */
    Syntax syntax();

    /**
     * Does it.
     *
     * @throws io.keyuan.program.Refusal when it cannot be done, with the sentence for the person
     */
    ExitCode run(Invocation invocation) throws IOException;
}
