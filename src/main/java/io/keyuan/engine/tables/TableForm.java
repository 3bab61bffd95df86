package io.keyuan.engine.tables;

import java.io.IOException;

/** How a table is written in its file, and so how its rows are got out of it. */
public sealed interface TableForm permits TextForm, SheetForm, EntriesForm {

    /**
     * Reads from the first row that has something in it.
     *
     * @param width the number of cells a row should have, or 0 for any
     */
    TableRows open(int width) throws IOException;
}
