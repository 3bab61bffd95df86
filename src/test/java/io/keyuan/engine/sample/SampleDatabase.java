package io.keyuan.engine.sample;

import io.keyuan.TestDatabase;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.TenantGuard;
import io.keyuan.engine.sql.TextRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/** A database with the tables of the sample business, behind the same fences as the program's. */
public final class SampleDatabase {

    private static final List<ObjectType> TYPES = List.of(Person.PERSON, Account.ACCOUNT, Deal.DEAL, DealLine.DEAL_LINE);

    private final Connection connection;

    /** One serves all tests of a class: each has a tenant of its own. */
    public SampleDatabase() {
        try {
            DataSource source = TestDatabase.dataSource(TestDatabase.empty());
            connection = source.getConnection();
            createTables();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void createTables() throws SQLException {
        for (ObjectType type : TYPES) {
            execute("create table %s (tenant_id uuid not null, %s, primary key (tenant_id, id))"
                    .formatted(type.table(), columns(type)));
        }
    }

    public DSLContext sql() {
        return DSL.using(new DefaultConfiguration()
                .set(connection)
                .set(SQLDialect.POSTGRES)
                .set(new TenantGuard(Set.of()))
                .set(new TextRefusal()));
    }

    public Connection connection() {
        return connection;
    }

    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String columns(ObjectType type) {
        return type.attributes().stream()
                .flatMap(attribute -> attribute.columns().stream().map(column -> column(attribute, column)))
                .collect(Collectors.joining(", "));
    }

    private static String column(Attribute<?> attribute, Column column) {
        boolean required = attribute.isRequired() && attribute.type().parts().isEmpty();
        String collation = column.name().endsWith("_key") ? " collate \"C\"" : "";
        return column.name() + " " + column.sqlType() + collation + (required ? " not null" : "");
    }

    public void insert(UUID tenant, Collection<Sample> samples) throws SQLException {
        for (Sample sample : samples) {
            insert(tenant, sample);
        }
    }

    private void insert(UUID tenant, Sample sample) throws SQLException {
        ObjectType type = sample.type();
        sample.values().putIfAbsent(type.version, 1L);
        sample.values().putIfAbsent(type.createdAt, Instant.parse("2017-01-01T00:00:00Z"));
        sample.values().putIfAbsent(type.updatedAt, Instant.parse("2017-01-01T00:00:00Z"));
        sample.values().put(type.id, sample.id());
        List<String> names = new ArrayList<>(List.of("tenant_id"));
        List<@Nullable Object> cells = new ArrayList<>(List.of(tenant));
        type.attributes().forEach(attribute -> bind(attribute, sample, names, cells));
        String marks = "?" + type.attributes().stream()
                .flatMap(attribute -> attribute.columns().stream())
                .map(column -> column.isArray() ? ", ?::" + column.sqlType() : ", ?")
                .collect(Collectors.joining());
        try (var statement = connection.prepareStatement(
                "insert into " + type.table() + " (" + String.join(", ", names) + ") values (" + marks + ")")) {
            for (int i = 0; i < cells.size(); i++) {
                statement.setObject(i + 1, cells.get(i));
            }
            statement.executeUpdate();
        }
    }

    private static <T> void bind(Attribute<T> attribute, Sample sample, List<String> names, List<@Nullable Object> cells) {
        var values = new @Nullable Object[attribute.columns().size()];
        attribute.type().bind(sample.get(attribute), values);
        attribute.columns().forEach(column -> names.add(column.name()));
        cells.addAll(Arrays.asList(values));
    }
}
