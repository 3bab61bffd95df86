package io.keyuan.backup.database;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The indexes and foreign keys of the current schema, taken away while rows come in and made again as they were: to build
 * an index over a million rows is several times quicker than to add to it a million times, and rows may come in any order.
 *
 * @param make statements that make them again, indexes first: foreign keys are checked by them
 */
record Keys(List<String> make) {

    private static final String FOREIGN_KEYS = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace
            order by conrelid::regclass::text, conname""";
    private static final String INDEXES = """
            select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
            from pg_index i join pg_class c on c.oid = i.indexrelid
            where c.relnamespace = current_schema()::regnamespace and not c.relispartition
              and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
            order by i.indexrelid::regclass::text""";

    private record Key(String drop, String make) {}

    static Keys takeAway(Sql sql) throws SQLException {
        List<Key> foreign = sql.list(row -> new Key(row.getString(1), row.getString(2)), FOREIGN_KEYS);
        List<Key> indexes = sql.list(row -> new Key(row.getString(1), row.getString(2)), INDEXES);
        for (Key key : Stream.concat(foreign.stream(), indexes.stream()).toList()) {
            sql.execute(key.drop());
        }
        return new Keys(Stream.concat(indexes.stream(), foreign.stream()).map(Key::make).toList());
    }

    void putBack(Sql sql) throws SQLException {
        sql.call("select set_config('maintenance_work_mem', '256MB', true)");
        for (String statement : make) {
            sql.execute(statement);
        }
    }
}
