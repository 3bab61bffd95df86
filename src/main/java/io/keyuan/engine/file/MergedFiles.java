package io.keyuan.engine.file;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.merge.MovedRows;
import io.keyuan.engine.sql.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Files go with their records, with every version; two may be called alike then, as they may anyway. Those that attributes have had stay where values and
 * their history say they are: the record that stays has each for itself from then on, whatever is taken back later.
 */
@Component
class MergedFiles extends MovedRows {

    private final FileStore store;
    private final Finding finding;

    MergedFiles(DSLContext sql, FileStore store, Finding finding) {
        super(sql, "record_file", "record_file_version", "file_id");
        this.store = store;
        this.finding = finding;
    }

    /** What attributes have is told with their values. */
    @Override
    protected Condition counted() {
        return moved();
    }

    @Override
    protected Condition moved() {
        return Tables.text("r", "attribute").isNull();
    }

    @Override
    public List<Brought> bring(ObjectType type, UUID into, Set<UUID> from) {
        Set<RecordFile.Holder> known = new HashSet<>();
        store.heldBy(Set.of(into)).forEach(file -> known.add(Objects.requireNonNull(file.holder())));
        List<RecordFile> further = store.heldBy(from).stream()
                .filter(file -> known.add(Objects.requireNonNull(file.holder())))
                .map(file -> file.alsoOf(into))
                .toList();
        if (!further.isEmpty()) {
            store.add(further);
            finding.changed(further);
        }
        return super.bring(type, into, from);
    }

    @Override
    public String name() {
        return "files";
    }
}
