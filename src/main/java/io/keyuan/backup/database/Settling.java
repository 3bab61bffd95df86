package io.keyuan.backup.database;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** What is otherwise in a copy than it was in the original, whose world has gone on without it. */
final class Settling {

    /**
     * The feed of changes goes on after everything the original may have told since: its positions begin with the era, and
     * whoever follows the feed skips nothing.
     */
    private static final String NEXT_ERA = "update tenant set era = era + 1";

    /** Work that was under way goes on where it was when somebody says so; by itself it might do once more what was done since. */
    private static final String PAUSE_JOBS = "update job set state = 'paused', wish = null where state in ('queued', 'running')";

    /** What people were to be written to about, the original has written since; in the app they find it here as well. */
    private static final String WRITE_NO_LETTERS = "update notification set mail_due_at = null where mail_due_at is not null";

    private static final String SEQUENCES = """
            select format('select setval(%L, greatest((select max(%I) from %s), 1))',
                          pg_get_serial_sequence(c.oid::regclass::text, a.attname), a.attname, c.oid::regclass)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0
              and not a.attisdropped and pg_get_serial_sequence(c.oid::regclass::text, a.attname) is not null""";

    private Settling() {}

    /** @param restored what the trails are told of it */
    static void settle(Sql sql, Map<String, Object> restored) throws SQLException {
        sql.execute(NEXT_ERA);
        sql.execute(PAUSE_JOBS);
        TrailEntry.keep(sql, Optional.empty(), "backup-restored", restored);
        sql.execute(WRITE_NO_LETTERS);
        for (String statement : sql.texts(SEQUENCES)) {
            sql.call(statement);
        }
        sql.execute("analyze " + Sql.quoted(CarriedTables.in(sql).stream().map(CarriedTable::name).toList()));
    }
}
