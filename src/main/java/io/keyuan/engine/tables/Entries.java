package io.keyuan.engine.tables;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The entries of an address book or a calendar, one after the other. */
interface Entries extends Closeable {

    /** @return null where there is none left */
    @Nullable Entry next() throws IOException;

    /** Of the file, on which the entry that was read last begins or ends. */
    long line();
}
