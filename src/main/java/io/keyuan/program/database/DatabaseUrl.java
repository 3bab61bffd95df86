package io.keyuan.program.database;

import io.keyuan.program.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An address of a database as people write it: a JDBC URL, or the form {@code psql} and hosting companies use. */
public final class DatabaseUrl {
    private static final String JDBC = "jdbc:postgresql:";

    /** The driver's names for what {@code psql} calls otherwise; names not listed are the same in both. */
    private static final Map<String, String> DRIVER_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "channel_binding", "channelBinding",
            "target_session_attrs", "targetServerType");

    private DatabaseUrl() {}

    /**
     * Reads an address.
     *
     * @throws Refusal when it is no address of a PostgreSQL
     */
    public static DatabaseAddress parse(String text) {
        if (text.startsWith(JDBC)) {
            return new DatabaseAddress(text, null, null);
        }
        if (!text.startsWith("postgresql://") && !text.startsWith("postgres://")) {
            throw unreadable("it has to begin with postgresql:// or jdbc:postgresql:");
        }
        try {
            return translate(new URI(text));
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            throw unreadable("special characters in it have to be written as %40 and the like");
        }
    }

    /**
     * Connects once and looks whether the program can work there.
     *
     * @throws Refusal when the database cannot be reached or lacks something
     */
    public static DatabaseAddress checked(DatabaseAddress address) {
        try (var connection = address.connect()) {
            DatabaseRequirements.unmet(connection).stream().findFirst().ifPresent(sentence -> {
                throw Refusal.surroundings(sentence);
            });
            return address;
        } catch (SQLException refused) {
            throw Refusal.surroundings(DatabaseRefusal.sentence(refused, address), refused);
        }
    }

    private static DatabaseAddress translate(URI uri) {
        String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
        int at = authority.lastIndexOf('@');
        String[] identity = authority.substring(0, Math.max(at, 0)).split(":", 2);
        String user = identity[0].isEmpty() ? null : decoded(identity[0]);
        String password = identity.length > 1 ? decoded(identity[1]) : null;
        String hosts = authority.substring(at + 1);
        return new DatabaseAddress(
                JDBC + "//" + (hosts.isEmpty() ? "localhost" : hosts) + "/" + database(uri, user) + query(uri),
                user, password);
    }

    private static String database(URI uri, @Nullable String user) {
        String path = Optional.ofNullable(uri.getRawPath()).orElse("");
        boolean named = path.length() > 1;
        return named ? path.substring(1) : Optional.ofNullable(user).orElse("");
    }

    private static String query(URI uri) {
        return Optional.ofNullable(uri.getRawQuery())
                .map(query -> Arrays.stream(query.split("&")).map(DatabaseUrl::parameter))
                .map(parameters -> parameters.collect(Collectors.joining("&", "?", "")))
                .orElse("");
    }

    private static String parameter(String parameter) {
        String[] parts = parameter.split("=", 2);
        String name = DRIVER_NAMES.getOrDefault(parts[0], parts[0]);
        String value = parts.length > 1 ? parts[1] : "";
        return name + "=" + (name.equals("targetServerType") ? value.replace("read-write", "primary") : value);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Refusal unreadable(String reason) {
        return Refusal.surroundings("KEYUAN_DATABASE_URL is not an address of a PostgreSQL database: " + reason + ".");
    }
}
