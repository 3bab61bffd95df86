package io.keyuan.program.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the program needs of a database that is not its own make. */
public final class DatabaseRequirements {
    /** The oldest PostgreSQL that is served. */
    public static final int OLDEST = 15;

    /** What one node takes: its pool, the connection on which it hears the others, and room for a command beside it. */
    static final int CONNECTIONS = 20;

    private static final String WHOSE = "The database of KEYUAN_DATABASE_URL ";
    private static final List<String> OURS = List.of("tenant", "change_log");

    /** What is asked of the server, in one go. A role that may do everything has no limit of its own. */
    private static final String FACTS = """
            SELECT current_setting('server_version_num')::int / 10000 AS version,
                   current_setting('server_encoding') AS encoding,
                   pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean AS read_only,
                   current_schema() AS schema,
                   coalesce(has_schema_privilege(current_schema(), 'CREATE') AND has_schema_privilege(current_schema(), 'USAGE'), false)
                       AS may_create,
                   current_user AS "user",
                   current_database() AS name,
                   least(current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int,
                         nullif(r.rolconnlimit, -1), nullif(d.datconnlimit, -1)) AS connections
            FROM pg_roles r, pg_database d
            WHERE r.rolname = current_user AND d.datname = current_database()""";

    /** What stands in the schema the program would use, without what an extension brought. */
    private static final String TABLES = """
            SELECT c.relname AS name, pg_get_userbyid(c.relowner) AS owner, pg_has_role(c.relowner, 'USAGE') AS own
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
              AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e')
            ORDER BY c.relname""";

    private DatabaseRequirements() {}

    /**
     * Looks whether the program can work here.
     *
     * @return one sentence with its mend for each thing that is missing, the most basic first; empty where nothing is
     */
    public static List<String> unmet(Connection connection) throws SQLException {
        List<String> unmet = new ArrayList<>();
        try (var statement = connection.createStatement(); var facts = statement.executeQuery(FACTS)) {
            facts.next();
            addUnmet(facts, unmet);
        }
        if (unmet.isEmpty()) {
            addStrangers(connection, unmet);
        }
        return unmet;
    }

    private static void addUnmet(ResultSet facts, List<String> unmet) throws SQLException {
        String user = facts.getString("user");
        @Nullable String schema = facts.getString("schema");
        if (facts.getInt("version") < OLDEST) {
            unmet.add(WHOSE + "is PostgreSQL " + facts.getInt("version") + "; Keyuan needs " + OLDEST + " or newer.");
        }
        if (!"UTF8".equals(facts.getString("encoding"))) {
            unmet.add(WHOSE + "has the encoding " + facts.getString("encoding")
                    + "; create one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.");
        }
        if (facts.getBoolean("read_only")) {
            unmet.add(WHOSE + "can only be read; name the primary server in the address, or set"
                    + " default_transaction_read_only to off.");
        }
        if (schema == null) {
            unmet.add(WHOSE + "has no schema for the user " + user + "; run CREATE SCHEMA " + user + " AUTHORIZATION " + user + " in it.");
        } else if (!facts.getBoolean("may_create")) {
            unmet.add(WHOSE + "does not let the user " + user + " create tables in the schema " + schema + "; run GRANT CREATE, USAGE ON SCHEMA "
                    + schema + " TO " + user + ", or make the user its owner.");
        }
        if (facts.getInt("connections") < CONNECTIONS) {
            unmet.add(WHOSE + "allows " + facts.getInt("connections") + " connections and a node needs " + CONNECTIONS
                    + "; raise max_connections, or the CONNECTION LIMIT of the role " + user + " or the database.");
        }
    }

    /** Nothing of another program's must be there, and what is ours must be the user's to change. */
    private static void addStrangers(Connection connection, List<String> unmet) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (var statement = connection.createStatement(); var tables = statement.executeQuery(TABLES)) {
            while (tables.next()) {
                names.add(tables.getString("name"));
                if (!tables.getBoolean("own") && unmet.isEmpty()) {
                    unmet.add(WHOSE + "holds tables of the role " + tables.getString("owner") + ", such as " + tables.getString("name")
                            + "; sign in as that role, or give them away with REASSIGN OWNED BY.");
                }
            }
        }
        if (!names.isEmpty() && !names.containsAll(OURS)) {
            unmet.add(WHOSE + "holds tables that are not Keyuan's, such as " + names.iterator().next()
                    + "; create an empty database for Keyuan.");
        } else if (names.contains(Migrations.TABLE)) {
            addNewer(connection, unmet);
        }
    }

    private static void addNewer(Connection connection, List<String> unmet) throws SQLException {
        Set<String> unknown = Migrations.unknown(connection);
        if (!unknown.isEmpty()) {
            unmet.add(WHOSE + "was brought up to date by a newer Keyuan (" + unknown.iterator().next() + "); run that release or a later one.");
        }
    }
}
