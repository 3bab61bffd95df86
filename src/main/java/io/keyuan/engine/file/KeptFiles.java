package io.keyuan.engine.file;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.file.FileGate.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of records for the rest of the program: what it makes is kept with them, and what people brought is read. */
@NamedInterface("files")
@Component
public class KeptFiles {

    private final FileStore store;
    private final FileGate gate;
    private final RecordFiles files;
    private final Reception reception;
    private final ContentStore contents;
    private final FileJson json;
    private final TransactionTemplate transaction;

    KeptFiles(
            FileStore store, FileGate gate, RecordFiles files, Reception reception, ContentStore contents, FileJson json,
            TransactionTemplate transaction) {
        this.store = store;
        this.gate = gate;
        this.files = files;
        this.reception = reception;
        this.contents = contents;
        this.json = json;
        this.transaction = transaction;
    }

    /** @param hash of the bytes */
    @NamedInterface("files")
    public record Content(String name, String hash, byte[] bytes) {}

    /**
     * Keeps what was made with a record; where a file is called so already, as its newest version.
     *
     * @return the file as answers show it
     * @throws Problem where the caller may not change the record
     */
    public Map<String, @Nullable Object> keep(ObjectType type, UUID record, String name, byte[] content) {
        Place place = gate.toChange(type, record);
        Received received = received(place, name, content);
        RecordFile kept = Objects.requireNonNull(transaction.execute(status -> {
            gate.holdAlone(place);
            RecordFile there = store.named(record, received.name());
            return there == null
                    ? files.add(place, List.of(received)).getFirst()
                    : files.addVersion(place, there.id(), received);
        }));
        return json.of(kept);
    }

    /** @throws Problem where the caller may not change the record */
    public void requireChange(ObjectType type, UUID record) {
        gate.toChange(type, record);
    }

    private Received received(Place place, String name, byte[] content) {
        try {
            return reception.receive(place, FileNames.clean(name), new ByteArrayInputStream(content));
        } catch (IOException failure) {
            throw Problem.of(ProblemKind.UNAVAILABLE, Fault.whole("file-not-kept"));
        }
    }

    /**
     * The newest version of the newest file of this media type; null where the record has none.
     *
     * @throws Problem where the record is not there for the caller
     */
    public @Nullable Content newest(ObjectType type, UUID record, String mediaType) {
        gate.toRead(type.path(), record.toString());
        RecordFile file = store.newest(record, mediaType);
        return file == null ? null : content(file);
    }

    private Content content(RecordFile file) {
        try (InputStream bytes = contents.open(Caller.current().tenant(), file.current().hash())) {
            return new Content(file.name(), file.current().hash(), bytes.readAllBytes());
        } catch (NoSuchFileException missing) {
            throw Problem.of(ProblemKind.NOT_FOUND, Fault.whole("file-content-missing"));
        } catch (IOException failure) {
            throw Problem.of(ProblemKind.UNAVAILABLE, Fault.whole("file-not-kept"));
        }
    }
}
