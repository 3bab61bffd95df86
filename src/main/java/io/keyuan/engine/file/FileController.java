package io.keyuan.engine.file;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.file.FileGate.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files of a record. Whoever may not have them is told so before anything is read of what they send. */
@RestController
@RequestMapping("/api/v1/{object}/{id}/files")
class FileController {

    private final Addressed addressed;
    private final FileGate gate;
    private final RecordFiles files;
    private final FilesOfRecord list;
    private final FileStore store;
    private final Reception reception;
    private final FileJson json;

    FileController(
            Addressed addressed, FileGate gate, RecordFiles files, FilesOfRecord list, FileStore store, Reception reception, FileJson json) {
        this.addressed = addressed;
        this.gate = gate;
        this.files = files;
        this.list = list;
        this.store = store;
        this.reception = reception;
        this.json = json;
    }

    /** How a file is to be called. */
    record Renamed(@Nullable String name) {}

    @GetMapping
    Map<String, @Nullable Object> list(
            @PathVariable String object, @PathVariable String id, @RequestParam(defaultValue = "false") boolean deleted,
            @RequestParam(required = false) @Nullable String page) {
        return list.page(gate.toRead(object, id), deleted, after(page));
    }

    private @Nullable UUID after(@Nullable String page) {
        try {
            return page == null || page.isBlank() ? null : addressed.id(page);
        } catch (Problem noId) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("page", "bad-page"));
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> add(@PathVariable String object, @PathVariable String id, HttpServletRequest request) {
        Place place = gate.toChange(object, id);
        return Map.of("items", json.of(files.add(place, reception.all(place, request))));
    }

    @PatchMapping("/{file}")
    Map<String, @Nullable Object> rename(
            @PathVariable String object, @PathVariable String id, @PathVariable String file, @RequestBody Renamed renamed) {
        return json.of(files.rename(gate.toChange(object, id), addressed.id(file), renamed.name()));
    }

    @DeleteMapping("/{file}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String object, @PathVariable String id, @PathVariable String file) {
        files.delete(gate.toChange(object, id), addressed.id(file));
    }

    @PostMapping("/{file}/restore")
    Map<String, @Nullable Object> restore(@PathVariable String object, @PathVariable String id, @PathVariable String file) {
        return json.of(files.restore(gate.toChange(object, id), addressed.id(file)));
    }

    @GetMapping("/{file}/versions")
    Map<String, Object> versions(@PathVariable String object, @PathVariable String id, @PathVariable String file) {
        RecordFile found = files.get(gate.toRead(object, id), addressed.id(file));
        return Map.of("items", json.versions(found, store.versions(found.id())));
    }

    @PostMapping("/{file}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> addVersion(
            @PathVariable String object, @PathVariable String id, @PathVariable String file, HttpServletRequest request) {
        Place place = gate.toChange(object, id);
        RecordFile found = files.getChangeable(place, addressed.id(file));
        return json.of(files.addVersion(place, found.address(), reception.one(place, request)));
    }

    @PostMapping("/{file}/versions/{version}/restore")
    Map<String, @Nullable Object> restoreVersion(
            @PathVariable String object, @PathVariable String id, @PathVariable String file, @PathVariable String version) {
        return json.of(files.restoreVersion(gate.toChange(object, id), addressed.id(file), addressed.id(version)));
    }
}
