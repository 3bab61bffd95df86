package io.keyuan.engine.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for, as the job keeps it.
 *
 * @param file the stored file
 * @param upload where the file was brought before; null where it came with the order
 * @param name of the file as it was uploaded
 * @param map its YAML; null where there is none
 * @param automation {@link #LATER} where rules are to wait for somebody to let them go; null where they run as it comes
 * @param duplicates what becomes of new rows that are like a record; null where the map says it, or nothing does
 * @param decisions the same of single rows and of kinds of them, as {@link Decisions#of} takes it; null for none
 */
record Order(
        UUID file,
        @Nullable UUID upload,
        String name,
        @Nullable String object,
        @Nullable String map,
        @Nullable Mode mode,
        List<String> key,
        boolean ignore,
        boolean dryRun,
        @Nullable String automation,
        @Nullable Alike duplicates,
        @Nullable Map<String, String> decisions) {

    /** Rules of the company wait until somebody lets them go. */
    static final String LATER = "later";

    Order of(UUID stored) {
        return new Order(stored, upload, name, object, map, mode, key, ignore, dryRun, automation, duplicates, decisions);
    }

    Decisions decided() {
        return Decisions.of(decisions);
    }

    ImportMap read(MapReader maps) {
        ImportMap said = map == null || map.isBlank() ? ImportMap.NOTHING : maps.read(map);
        if (object != null && said.object() != null && !object.equals(said.object())) {
            throw MapProblem.at("object", "other-object");
        }
        return said.with(object, key, mode, ignore, duplicates);
    }
}
