package io.keyuan.engine.sql;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tables of which PostgreSQL believes what is no more so, since much has been written there since it looked. */
@Component
public class StaleStatistics {

    /**
     * Of one row in a thousand, and of fewer in small tables. PostgreSQL's own threshold, a tenth of the table, leaves out a company that
     * has come into a table of others: it is believed to have no rows, and what is joined for no rows is joined row by row.
     */
    private static final String STALE = """
            select quote_ident(s.schemaname) || '.' || quote_ident(s.relname)
            from pg_stat_user_tables s join pg_class c on c.oid = s.relid
            where s.schemaname = current_schema() and pg_has_role(c.relowner, 'usage')
              and s.n_mod_since_analyze >= greatest(1000, s.n_live_tup / 1000)
            order by s.n_mod_since_analyze::float8 / greatest(s.n_live_tup, 1) desc""";

    private final JdbcTemplate jdbc;

    StaleStatistics(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Their names as a statement has them, those first of which the largest part has changed; what other sessions wrote appears after some seconds. */
    public List<String> tables() {
        return jdbc.queryForList(STALE, String.class);
    }

    /**
     * Has PostgreSQL look at a table, as it does by itself later: at a sample of its rows, while others read and write. A table that is looked
     * at or cleared up already is left alone: who waits there would have PostgreSQL give up its own clearing up.
     */
    public void refresh(String table) {
        jdbc.execute("analyze (skip_locked) " + table);
    }
}
