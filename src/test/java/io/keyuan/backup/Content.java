package io.keyuan.backup;

import io.keyuan.backup.database.CarriedTable;
import io.keyuan.backup.database.Snapshot;
import io.keyuan.program.database.DatabaseAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Everything a database keeps of a company, to be compared with what it kept at another time or what another keeps. */
public final class Content {

    private Content() {}

    /** The rows of each table that has any, sorted, as text. */
    public static Map<String, List<String>> of(DatabaseAddress database, UUID company) {
        try (var snapshot = new Snapshot(database.connect())) {
            Map<String, List<String>> content = new TreeMap<>();
            for (CarriedTable table : snapshot.tables()) {
                List<String> rows = new ArrayList<>();
                snapshot.rows(table, Optional.of(company),
                        (bytes, length) -> rows.add(new String(bytes, 0, length, StandardCharsets.UTF_8)));
                Collections.sort(rows);
                if (!rows.isEmpty()) {
                    content.put(table.name(), rows);
                }
            }
            return content;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
