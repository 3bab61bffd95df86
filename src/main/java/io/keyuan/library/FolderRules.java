package io.keyuan.library;

import static io.keyuan.library.Folder.FOLDER;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Circles;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.Rules;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.share.Inheritance;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A folder lies in one that whoever puts it there may change, never in itself, and begins as open as that one is. */
@Component
final class FolderRules implements Rules<Folder> {

    private final DSLContext sql;
    private final Conditions conditions;
    private final Circles circles;
    private final Inheritance inheritance;

    FolderRules(DSLContext sql, Conditions conditions, Circles circles, Inheritance inheritance) {
        this.sql = sql;
        this.conditions = conditions;
        this.circles = circles;
        this.inheritance = inheritance;
    }

    @Override
    public void check(Batch batch) {
        circles.refuse(batch, FOLDER.parent);
        List<Draft> moved = batch.whereChanged(FOLDER.parent).where(draft -> parent(draft) != null).drafts();
        if (!moved.isEmpty()) {
            Set<UUID> open = open(moved.stream().map(draft -> Objects.requireNonNull(parent(draft))).collect(Collectors.toSet()));
            // One that comes with the same batch is its maker's.
            batch.saved().stream().filter(Draft::isNew).map(Draft::id).forEach(open::add);
            moved.stream()
                    .filter(draft -> !open.contains(parent(draft)))
                    .forEach(draft -> draft.reject(FOLDER.parent, "folder-not-open"));
        }
    }

    private static @Nullable UUID parent(Draft draft) {
        Ref parent = draft.get(FOLDER.parent);
        return parent == null ? null : parent.id();
    }

    private Set<UUID> open(Set<UUID> folders) {
        return sql.select(Tables.uuid("t", "id"))
                .from(Tables.of(FOLDER, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(Tables.uuid("t", "id"), folders.toArray(UUID[]::new)))
                .and(conditions.visible(Right.EDIT, FOLDER, "t"))
                .fetchSet(Tables.uuid("t", "id"));
    }

    @Override
    public void written(Batch batch) {
        List<UUID> made = batch.live(Draft.Action.CREATE).where(draft -> parent(draft) != null).stream().map(Draft::id).toList();
        if (!made.isEmpty()) {
            inheritance.from(FOLDER.parent, made);
        }
    }
}
