package io.keyuan.engine.file;

import io.keyuan.engine.AttachedFile;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.FileType;
import io.keyuan.engine.Ids;
import io.keyuan.engine.ObjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Files that attributes are given: found before a batch is judged, and kept with its records when it is stored. One may be given that the caller has
 * brought, or that the same attribute of the same record has had before; of any other nothing is told, not even whether there is one.
 */
@Component
public class AttributeFiles {

    private final ReceivedFiles received;
    private final FileStore store;
    private final Finding finding;

    AttributeFiles(ReceivedFiles received, FileStore store, Finding finding) {
        this.received = received;
        this.store = store;
        this.finding = finding;
    }

    /** Puts the file in the place of its id. */
    public void find(Batch batch) {
        List<Given> given = given(batch.type(), batch.correctable(), draft -> !draft.isExact());
        if (given.isEmpty()) {
            return;
        }
        Known known = known(given);
        given.forEach(each -> {
            AttachedFile file = known.find(each);
            if (file == null) {
                each.refuse();
            } else {
                each.draft().set(each.attribute(), file);
            }
        });
    }

    /** Makes files of records of those that were brought, each with what of it is found by search. */
    public void keep(Batch batch) {
        List<Given> given = given(batch.type(), batch.saved(), draft -> !draft.isExact());
        if (given.isEmpty()) {
            return;
        }
        Known known = known(given);
        List<RecordFile> files = given.stream().filter(each -> !known.had().containsKey(each.key())).map(each -> {
            Received content = Objects.requireNonNull(known.received().get(each.file().id()));
            return file(each, content, batch.moment());
        }).toList();
        if (!files.isEmpty()) {
            store.add(files);
            received.given(files.stream().map(RecordFile::address).collect(Collectors.toSet()));
            finding.changed(files);
        }
    }

    private static RecordFile file(Given given, Received content, Instant at) {
        UUID person = Caller.current().person();
        return new RecordFile(
                Ids.next(), given.draft().type().name(), given.draft().id(), content.name(), 1, at, person, null,
                new RecordFile.Holder(given.attribute().name(), given.file().id()),
                new RecordFile.Version(Ids.next(), 1, content.name(), content.hash(), content.size(), content.type(), at, person));
    }

    @SuppressWarnings("unchecked")
    private static List<Given> given(ObjectType type, Batch.Selection drafts, Predicate<Draft> meant) {
        List<Given> given = new ArrayList<>();
        for (Attribute<?> each : type.attributes()) {
            if (each.type() instanceof FileType) {
                var attribute = (Attribute<AttachedFile>) each;
                drafts.where(meant.and(draft -> draft.get(attribute) != null && draft.changed(attribute)))
                        .forEach(draft -> given.add(new Given(draft, attribute, Objects.requireNonNull(draft.get(attribute)))));
            }
        }
        return given;
    }

    private Known known(List<Given> given) {
        Set<UUID> ids = given.stream().map(each -> each.file().id()).collect(Collectors.toSet());
        Map<Key, AttachedFile> had = new HashMap<>();
        store.held(given.stream().map(each -> each.draft().id()).collect(Collectors.toSet()), ids).forEach(file -> {
            RecordFile.Holder holder = Objects.requireNonNull(file.holder());
            had.put(new Key(file.record(), holder.attribute(), holder.received()), attached(holder.received(), file.current()));
        });
        return new Known(received.mine(ids), had);
    }

    private static AttachedFile attached(UUID id, RecordFile.Version version) {
        return new AttachedFile(id, version.name(), version.size(), version.type());
    }

    private record Given(Draft draft, Attribute<AttachedFile> attribute, AttachedFile file) {

        Key key() {
            return new Key(draft.id(), attribute.name(), file.id());
        }

        void refuse() {
            draft.reject(attribute, "unknown-file");
            draft.set(attribute, draft.old(attribute));
        }
    }

    private record Key(UUID record, String attribute, UUID received) {}

    private record Known(Map<UUID, Received> received, Map<Key, AttachedFile> had) {

        @Nullable AttachedFile find(Given given) {
            Received mine = received.get(given.file().id());
            return mine == null
                    ? had.get(given.key())
                    : new AttachedFile(given.file().id(), mine.name(), mine.size(), mine.type());
        }
    }
}
