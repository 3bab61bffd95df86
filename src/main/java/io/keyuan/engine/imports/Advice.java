package io.keyuan.engine.imports;

import io.keyuan.engine.Access;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Fault;
import io.keyuan.engine.FileType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.tables.EntriesForm;
import io.keyuan.engine.tables.SheetForm;
import io.keyuan.engine.tables.TableFile;
import io.keyuan.engine.tables.TextForm;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Helps somebody who has brought a file to say what is in it. */
@Component
class Advice {

    private static final int MOST_SAMPLES = 5;

    private final Preparation preparation;
    private final WorkFiles files;
    private final ColumnGuesses guesses;
    private final ImportableAttributes importable;
    private final MapMemory memory;
    private final Trials trials;
    private final JsonMapper json;

    Advice(
            Preparation preparation, WorkFiles files, ColumnGuesses guesses, ImportableAttributes importable, MapMemory memory, Trials trials,
            JsonMapper json) {
        this.preparation = preparation;
        this.files = files;
        this.guesses = guesses;
        this.importable = importable;
        this.memory = memory;
        this.trials = trials;
        this.json = json;
    }

    /** What a map would come to. */
    @Component
    record Trials(UnknownValues unknown, Preview preview) {}

    /** @throws Problem where the caller may import nothing at all */
    void refuseStrangers() {
        preparation.refuseStrangers();
    }

    Map<String, @Nullable Object> survey(Upload upload, UploadController.Reading reading) throws IOException {
        var said = new ImportMap(
                reading.object(), List.of(), null, reading.encoding(), reading.separator(), reading.sheet(), true, null, Map.of(), List.of(), Map.of());
        ObjectType type = preparation.type(said);
        TableFile table = Uploads.open(files.copy(upload.file()), said);
        FileLook look = FileLook.at(table);
        Map<String, @Nullable Object> survey = new LinkedHashMap<>();
        survey.put("file", form(upload, table));
        survey.put("rows", look.rows());
        survey.put("columns", columns(look, guesses.of(type, look)));
        survey.put("fields", importable.of(type).stream().map(target -> field(type, target)).toList());
        survey.put("remembered", remembered(type, table.headers()));
        return survey;
    }

    private @Nullable JsonNode remembered(ObjectType type, List<String> headers) {
        MapMemory.Remembered remembered = memory.find(type, headers);
        if (remembered == null) {
            return null;
        }
        JsonNode map = json.readTree(remembered.map());
        return remembered.own() ? map : SharedMap.of(map, importable.of(type));
    }

    private static Map<String, @Nullable Object> form(Upload upload, TableFile table) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("name", upload.name());
        form.put("size", upload.size());
        switch (table.form()) {
            case TextForm text -> {
                form.put("format", "csv");
                form.put("encoding", text.charset().name());
                form.put("separator", Uploads.word(text.separator()));
            }
            case EntriesForm entries -> {
                form.put("format", entries.format());
                form.put("encoding", entries.charset().name());
            }
            case SheetForm sheet -> {
                form.put("format", "xlsx");
                form.put("sheet", sheet.sheet());
                form.put("sheets", sheet.sheets());
            }
        }
        return form;
    }

    private static List<Map<String, @Nullable Object>> columns(FileLook look, Map<Integer, Guess> guesses) {
        List<Map<String, @Nullable Object>> columns = new java.util.ArrayList<>();
        for (int i = 0; i < look.columns().size(); i++) {
            FileLook.Column column = look.columns().get(i);
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            shown.put("header", column.header());
            shown.put("filled", column.filled());
            shown.put("samples", column.values().stream().limit(MOST_SAMPLES).map(Advice::shortened).toList());
            shown.put("guess", guesses.containsKey(i) ? guess(java.util.Objects.requireNonNull(guesses.get(i))) : null);
            columns.add(shown);
        }
        return columns;
    }

    private static String shortened(String value) {
        return value.length() <= 120 ? value : value.substring(0, 119) + "…";
    }

    private static Map<String, Object> guess(Guess guess) {
        double rounded = Math.round(guess.confidence() * 100) / 100.0;
        return Map.of(
                "field", guess.field(), "confidence", rounded, "likely", guess.confidence() >= Guess.LIKELY, "reason", guess.reason().code());
    }

    private Map<String, Object> field(ObjectType type, ImportableAttributes.Attributed target) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("field", target.field());
        field.put("label", importable.label(type, target, Caller.current().locale()));
        boolean whole = target.part() == null;
        field.put("type", whole ? target.attribute().type().code() : "text");
        field.put("required", whole && target.own() && target.attribute().isWritable() && target.attribute().isRequired() && target.attribute().initial() == null);
        field.put("key", whole && target.own() && KeyOfPlan.isFound(type, target.attribute()));
        return field;
    }

    UnknownValues.Found values(Upload upload, @Nullable Map<String, Object> map) throws IOException {
        Preparation.Prepared prepared = prepared(upload, map);
        return trials.unknown().in(prepared.table(), prepared.plan());
    }

    List<Map<String, @Nullable Object>> preview(Upload upload, @Nullable Map<String, Object> map, @Nullable Map<String, String> decisions) throws IOException {
        return trials.preview().of(prepared(upload, map), Decisions.of(decisions));
    }

    private Preparation.Prepared prepared(Upload upload, @Nullable Map<String, Object> map) throws IOException {
        var order = new Order(upload.file(), upload.id(), upload.name(), null, json.writeValueAsString(map), null, List.of(), true, true, null, null, null);
        return preparation.of(order, files.copy(upload.file()));
    }

    /** Keeps a map for the next file with these headers, without the files that rows were given: they were brought for this import. */
    void remember(Order order, Upload upload) throws IOException {
        Preparation.Prepared prepared = preparation.of(order, files.copy(upload.file()));
        memory.remember(prepared.plan().type(), prepared.table().headers(), lasting(prepared.plan().type(), java.util.Objects.requireNonNull(order.map())));
    }

    private String lasting(ObjectType type, String map) {
        JsonNode kept = json.readTree(map);
        if (kept.path("constants") instanceof ObjectNode constants) {
            constants.remove(importable.of(type).stream()
                    .filter(field -> field.attribute().type() instanceof FileType)
                    .map(ImportableAttributes.Attributed::field)
                    .toList());
        }
        return json.writeValueAsString(kept);
    }
}
