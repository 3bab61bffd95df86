package io.keyuan.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to a database, as the role that owns it; whoever asks closes them. */
@FunctionalInterface
public interface Database {
    Connection open() throws SQLException;
}
