package io.keyuan.bench.load;

import java.sql.Connection;
import java.sql.SQLException;

/** The program's database. */
public interface Connections {

    /** Opens a connection; whoever asked closes it. */
    Connection open() throws SQLException;
}
