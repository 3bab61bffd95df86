package io.keyuan.backup.database;

import static io.keyuan.backup.database.Scratch.SCHEMA;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** The last step of a restore: one transaction, after which all of it is there. */
final class Arrival {

    private static final String RELATIONS = """
            select format('alter %s %I.%I set schema %I', case c.relkind when 'S' then 'sequence' else 'table' end,
                          ?::text, c.relname, ?::text)
            from pg_class c
            where c.relnamespace = ?::regnamespace and c.relkind in ('r', 'p', 'S')
              and not exists (select 1 from pg_depend d
                              where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i'))
            union all
            select format('alter statistics %I.%I set schema %I', ?::text, s.stxname, ?::text)
            from pg_statistic_ext s
            where s.stxnamespace = ?::regnamespace""";

    /** Sequences of others go on where they are, unless they would give out a number that has come in. */
    private static final String SEQUENCES = """
            select format('select setval(%1$L, m.highest) from %1$s s, (select max(%2$I) as highest from %3$I) m where m.highest > s.last_value',
                          pg_get_serial_sequence(format('%I.%I', ?::text, c.relname), a.attname), a.attname, c.relname)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = ?::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
              and pg_get_serial_sequence(format('%I.%I', ?::text, c.relname), a.attname) is not null""";

    private Arrival() {}

    static void asSchema(Sql sql) throws SQLException {
        String target = target(sql);
        inOneTransaction(sql, () -> {
            for (String statement : sql.texts(RELATIONS, SCHEMA, target, SCHEMA, SCHEMA, target, SCHEMA)) {
                sql.execute(statement);
            }
            // Refuses to go while something is left in it that was not moved.
            sql.execute("drop schema " + SCHEMA);
        });
    }

    /** @param scratch sees the rows to bring in, {@code sql} those of others */
    static void amongOthers(Sql scratch, Sql sql) throws SQLException {
        String target = target(sql);
        List<CarriedTable> tables = ParentsFirst.of(CarriedTables.in(scratch), scratch);
        inOneTransaction(sql, () -> {
            sql.execute("set constraints all deferred");
            for (CarriedTable table : tables) {
                String columns = Sql.quoted(table.columns());
                sql.execute("insert into " + Sql.quoted(target) + "." + Sql.quoted(table.name()) + " (" + columns + ") overriding system value"
                        + " select " + columns + " from " + SCHEMA + "." + Sql.quoted(table.name()));
            }
            for (String statement : sql.texts(SEQUENCES, target, target, target)) {
                sql.call(statement);
            }
        });
    }

    private static String target(Sql sql) throws SQLException {
        return Objects.requireNonNull(sql.text("select current_schema()"), "the database has no schema to use");
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void inOneTransaction(Sql sql, Work work) throws SQLException {
        Connection connection = sql.connection();
        connection.setAutoCommit(false);
        work.run();
        connection.commit();
        connection.setAutoCommit(true);
    }
}
