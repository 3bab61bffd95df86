package io.keyuan.backup.format;

import java.io.IOException;
import java.sql.SQLException;

/** Takes rows one after the other. */
@FunctionalInterface
public interface RowTaker {

    /**
     * @param bytes holds a row in PostgreSQL's text format of COPY, its line feed included; good until the call returns
     * @param length how many of the bytes are the row
     */
    void row(byte[] bytes, int length) throws IOException, SQLException;
}
