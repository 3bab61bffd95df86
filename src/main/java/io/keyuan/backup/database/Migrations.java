package io.keyuan.backup.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migrations this program has, and those a database or a backup has seen. */
final class Migrations {

    private static final String FOLDER = "db/migration/";

    private final List<LoadableResource> all;

    private Migrations(List<LoadableResource> all) {
        this.all = all;
    }

    static Migrations ofThisProgram() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver(Migrations.class.getClassLoader());
        return new Migrations(Stream.of(resolver.getResources("classpath*:" + FOLDER + "**/*.sql"))
                .<LoadableResource>map(MigrationFile::of)
                .toList());
    }

    static List<String> appliedIn(Sql sql) throws SQLException {
        return sql.texts("select version from flyway_schema_history where success and version is not null order by installed_rank");
    }

    /** Whether this program has all of them. */
    boolean know(List<String> versions) {
        Set<MigrationVersion> known = all.stream().map(Migrations::version).collect(Collectors.toSet());
        return versions.stream().map(MigrationVersion::fromVersion).allMatch(known::contains);
    }

    /** Whether this program has these and no others. */
    boolean are(List<String> versions) {
        return know(versions) && versions.size() == all.size();
    }

    /** Applies exactly these: not one that stands between them and came later. */
    void apply(List<String> versions, DataSource database) throws SQLException {
        Set<MigrationVersion> wanted = versions.stream().map(MigrationVersion::fromVersion).collect(Collectors.toSet());
        migrate(database, file -> wanted.contains(version(file)));
    }

    /** Applies what is missing, in whatever order the migrations came into being. */
    void applyAll(DataSource database) throws SQLException {
        migrate(database, file -> true);
    }

    private void migrate(DataSource database, Predicate<LoadableResource> wanted) throws SQLException {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database)
                    .resourceProvider(new Provider(all.stream().filter(wanted).toList()))
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw failure.getCause() instanceof SQLException refused ? refused : new SQLException(failure);
        }
    }

    private static MigrationVersion version(LoadableResource file) {
        return MigrationVersion.fromVersion(file.getFilename().substring(1, file.getFilename().indexOf("__")));
    }

    private record Provider(List<LoadableResource> files) implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return files.stream().filter(file -> file.getRelativePath().equals(name)).findFirst().orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return files.stream()
                    .filter(file -> file.getFilename().startsWith(prefix)
                            && Arrays.stream(suffixes).anyMatch(file.getFilename()::endsWith))
                    .toList();
        }
    }
}
