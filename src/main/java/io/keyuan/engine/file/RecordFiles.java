package io.keyuan.engine.file;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.file.FileGate.Place;
import io.keyuan.engine.file.RecordFile.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Files as they are added to records, changed and removed. Nothing is told of a file before its bytes are kept. */
@Service
class RecordFiles {

    /** Of one record, those in the bin included. */
    static final int MOST = 1_000;

    /** Of one file. */
    static final int MOST_VERSIONS = 200;

    private final FileStore store;
    private final FileGate gate;
    private final FileTypes types;
    private final Finding finding;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    RecordFiles(FileStore store, FileGate gate, FileTypes types, Finding finding, AuditTrail trail, TransactionTemplate transaction) {
        this.store = store;
        this.gate = gate;
        this.types = types;
        this.finding = finding;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** Adds all of them, or none. */
    List<RecordFile> add(Place place, List<Received> contents) {
        return Objects.requireNonNull(transaction.execute(status -> {
            gate.hold(place);
            if (store.count(place.record()) + contents.size() > MOST) {
                throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("file", "too-many-files", MOST));
            }
            List<RecordFile> added = new ArrayList<>();
            for (Received content : contents) {
                Version version = version(1, content);
                added.add(new RecordFile(
                        Ids.next(), place.type().name(), place.record(), content.name(), 1, version.at(), version.by(), null, null, version));
            }
            store.add(added);
            finding.changed(added);
            added.forEach(file -> tell("file-added", place, file.name(), file.current()));
            return added;
        }));
    }

    /** A further version of a file, which keeps its name. */
    RecordFile addVersion(Place place, UUID id, Received content) {
        return Objects.requireNonNull(transaction.execute(status -> {
            gate.hold(place);
            RecordFile file = changeable(place, store.lock(place.record(), id), false);
            return becomes(place, file, version(file.number() + 1, content));
        }));
    }

    /** What it was once, as its newest version. */
    RecordFile restoreVersion(Place place, UUID id, UUID version) {
        return Objects.requireNonNull(transaction.execute(status -> {
            gate.hold(place);
            RecordFile file = changeable(place, store.lock(place.record(), id), false);
            Version old = store.version(id, version);
            if (old == null) {
                throw Problem.notFound();
            }
            return becomes(place, file, new Version(
                    Ids.next(), file.number() + 1, old.name(), old.hash(), old.size(), old.type(), now(), Caller.current().person()));
        }));
    }

    private RecordFile becomes(Place place, RecordFile file, Version version) {
        if (version.number() > MOST_VERSIONS) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("file", "too-many-versions", MOST_VERSIONS));
        }
        store.becomes(file, version);
        tell("file-version-added", place, file.name(), version);
        return found(place, file.id());
    }

    RecordFile rename(Place place, UUID id, @Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("name", "required"));
        }
        String name = FileNames.clean(wanted);
        types.checkName(name);
        return Objects.requireNonNull(transaction.execute(status -> {
            RecordFile file = changeable(place, store.lock(place.record(), id), false);
            if (!name.equals(file.name())) {
                store.rename(id, name);
                trail.keep(new AuditEvent("file-renamed", place.type().name(), place.record(), Map.of("from", file.name(), "to", name)));
            }
            return found(place, id);
        }));
    }

    /** As it is now, and as it is found from now on. */
    private RecordFile found(Place place, UUID id) {
        RecordFile file = store.at(place.record(), id).getFirst();
        finding.changed(List.of(file));
        return file;
    }

    void delete(Place place, UUID id) {
        become(place, id, now(), "file-deleted");
    }

    RecordFile restore(Place place, UUID id) {
        return become(place, id, null, "file-restored");
    }

    private RecordFile become(Place place, UUID id, @Nullable Instant deleted, String told) {
        return Objects.requireNonNull(transaction.execute(status -> {
            RecordFile file = changeable(place, store.lock(place.record(), id), deleted == null);
            store.delete(id, deleted);
            tell(told, place, file.name(), file.current());
            return store.at(place.record(), id).getFirst();
        }));
    }

    /** @throws Problem where it is not there, or in the bin */
    RecordFile get(Place place, UUID id) {
        return there(place, store.at(place.record(), id), false);
    }

    /** @throws Problem also where it is kept as it is */
    RecordFile getChangeable(Place place, UUID id) {
        return changeable(place, store.at(place.record(), id), false);
    }

    /** @param version null for the newest */
    Version version(RecordFile file, @Nullable UUID version) {
        Version found = version == null ? file.current() : store.version(file.id(), version);
        if (found == null) {
            throw Problem.notFound();
        }
        return found;
    }

    private void tell(String kind, Place place, String name, Version version) {
        trail.keep(new AuditEvent(kind, place.type().name(), place.record(), Map.of(
                "file", name, "size", version.size(), "version", version.number())));
    }

    private static Version version(int number, Received content) {
        return new Version(
                Ids.next(), number, content.name(), content.hash(), content.size(), content.type(), now(), Caller.current().person());
    }

    /** @param found all of one address: that one attribute has had it as well does not take it from who may read another that has */
    private RecordFile there(Place place, List<RecordFile> found, boolean deleted) {
        return found.stream()
                .filter(file -> (file.deletedAt() != null) == deleted && gate.maySee(place, file))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** What an attribute has had stays as it was, for the history of the record: another one is given to the attribute instead. */
    private RecordFile changeable(Place place, List<RecordFile> found, boolean deleted) {
        RecordFile there = there(place, found, deleted);
        if (there.holder() != null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("file", "file-of-attribute"));
        }
        return there;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
