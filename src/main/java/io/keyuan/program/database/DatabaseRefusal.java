package io.keyuan.program.database;

import java.sql.SQLException;

/** Why a database of somebody else's lets nobody in, in words and with the mend. */
public final class DatabaseRefusal {
    private static final String WHOSE = "The database of KEYUAN_DATABASE_URL ";

    private DatabaseRefusal() {}

    /** One sentence; the codes are those of PostgreSQL's manual, appendix A. */
    public static String sentence(SQLException refused, DatabaseAddress address) {
        String reason = String.valueOf(refused.getMessage()).replaceAll("\\s+", " ").replaceFirst("^FATAL: ", "");
        return WHOSE + switch (String.valueOf(refused.getSQLState())) {
            case "28P01", "28000" -> "does not let the user in (" + reason
                    + "); correct user and password in the address, or the server's pg_hba.conf.";
            case "3D000" -> "is not there (" + reason + "); create it with CREATE DATABASE … OWNER …, encoding UTF8.";
            case "53300", "53400" -> "has no connection left (" + reason + "); raise max_connections or end what holds them.";
            case "57P03" -> "is starting or stopping (" + reason + "); start Keyuan again when it is up.";
            case "08001", "08004", "08006" -> "cannot be reached at " + address + " (" + reason
                    + "); start the server or correct host and port in the address.";
            default -> "cannot be used: " + reason;
        };
    }
}
