package io.keyuan.engine.file;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.RecordPart;
import io.keyuan.engine.file.FileGate.Place;
import io.keyuan.engine.query.SeenFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of a record's files, and its first page beside the record. */
@Component
class FilesOfRecord implements RecordPart {

    private static final int PAGE = 50;

    private final FileStore store;
    private final FileGate gate;
    private final FileJson json;
    private final SeenFiles seen;

    FilesOfRecord(FileStore store, FileGate gate, FileJson json, SeenFiles seen) {
        this.store = store;
        this.gate = gate;
        this.json = json;
        this.seen = seen;
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public boolean isOf(ObjectType type, boolean deleted) {
        return type.parent() == null && !deleted;
    }

    @Override
    public Object of(ObjectType type, UUID id) {
        return page(new Place(type, id), false, null);
    }

    /**
     * @param deleted those in the bin instead of the living ones
     * @param after where the page before ended
     */
    Map<String, @Nullable Object> page(Place place, boolean deleted, @Nullable UUID after) {
        List<RecordFile> found = store.of(place.record(), deleted, after, PAGE + 1, table -> seen.of(List.of(place.type()), table));
        boolean more = found.size() > PAGE;
        List<RecordFile> shown = more ? found.subList(0, PAGE) : found;
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("items", json.of(shown));
        body.put("next", more ? shown.getLast().id().toString() : null);
        body.put("mayChange", gate.mayChange(place));
        return body;
    }
}
