package io.keyuan.bench.load;

import java.io.IOException;
import java.sql.SQLException;

/** Somebody who asks for the same kind of thing again and again, over a connection of their own. */
interface Client extends AutoCloseable {

    /**
     * Asks once and looks at the answer.
     *
     * @throws WrongAnswer where it is not what was asked for
     */
    void ask() throws IOException, SQLException;

    @Override
    void close() throws IOException, SQLException;

    /** Makes clients, numbered from 0. */
    interface Source {
        Client open(int number) throws IOException, SQLException;
    }

    /** An answer that is quick but wrong measures nothing. */
    final class WrongAnswer extends IllegalStateException {
        WrongAnswer(String message) {
            super(message);
        }
    }
}
