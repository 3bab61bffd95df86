package io.keyuan.bench.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Runs what the program would run, as prepared statements and nothing around them. */
final class SqlClient implements Client {

    private final Connection connection;
    private final IntFunction<List<Sql>> turns;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private int turn;

    private SqlClient(Connection connection, IntFunction<List<Sql>> turns) {
        this.connection = connection;
        this.turns = turns;
    }

    /** @param turns the statements that answer one request, by a number that differs between clients */
    static Client.Source source(Connections database, IntFunction<List<Sql>> turns) {
        return number -> new SqlClient(database.open(), turn -> turns.apply(turn * Measure.MOST_CLIENTS + number));
    }

    @Override
    public void ask() throws SQLException {
        for (Sql sql : turns.apply(turn)) {
            run(sql);
        }
        turn++;
    }

    private void run(Sql sql) throws SQLException {
        PreparedStatement statement = prepared(sql.text());
        for (int i = 0; i < sql.parameters().size(); i++) {
            statement.setObject(i + 1, sql.parameters().get(i));
        }
        if (statement.execute()) {
            read(statement);
        } else if (statement.getUpdateCount() != 1) {
            throw new WrongAnswer("nothing was written by: " + sql.text());
        }
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (var result = statement.getResultSet()) {
            while (result.next()) {
                result.getString(1);
            }
        }
    }

    /** Search queries stand in their statements, so that there may be many; each is prepared once. */
    private PreparedStatement prepared(String text) throws SQLException {
        PreparedStatement known = prepared.get(text);
        if (known == null) {
            known = connection.prepareStatement(text);
            prepared.put(text, known);
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : new ArrayList<>(prepared.values())) {
            statement.close();
        }
        connection.close();
    }

    /** A statement and what its places stand for. */
    record Sql(String text, List<Object> parameters) {}
}
