package io.keyuan.engine.overview;

import static org.jooq.impl.DSL.field;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.RecordPart;
import io.keyuan.engine.Right;
import io.keyuan.engine.Successors;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the parts have to tell of a record. */
@Component
class Overviews {

    private final DSLContext sql;
    private final Conditions conditions;
    private final Successors successors;
    private final List<RecordPart> all;

    Overviews(DSLContext sql, Conditions conditions, Successors successors, List<RecordPart> all) {
        this.sql = sql;
        this.conditions = conditions;
        this.successors = successors;
        this.all = all.stream().sorted(Comparator.comparing(RecordPart::name)).toList();
    }

    /**
     * @param parts by name, separated by commas; all where it says nothing. Those that such a record has not are left out.
     * @throws Problem where the record is not there, or not for the caller
     */
    Map<String, Object> of(ObjectType type, UUID id, @Nullable String parts) {
        List<RecordPart> wanted = parts == null || parts.isBlank() ? all : named(parts);
        boolean deleted = isDeleted(type, id);
        Map<String, Object> told = new LinkedHashMap<>();
        wanted.stream().filter(part -> part.isOf(type, deleted)).forEach(part -> told.put(part.name(), part.of(type, id)));
        return told;
    }

    private List<RecordPart> named(String parts) {
        Set<String> names = Arrays.stream(parts.split(",", -1)).map(String::strip).collect(Collectors.toSet());
        List<RecordPart> found = all.stream().filter(part -> names.contains(part.name())).toList();
        if (found.size() < names.size()) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("parts", "bad-value"));
        }
        return found;
    }

    private boolean isDeleted(ObjectType type, UUID id) {
        Boolean deleted = sql.select(field(Tables.alive("t").not()))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.uuid("t", "id").eq(id))
                .and(conditions.visible(Right.READ, type, "t"))
                .fetchOne(0, Boolean.class);
        // Of one that has become another, that is what is asked for, and where its address leads on to.
        if (deleted == null || deleted && successors.of(type, id) != null) {
            throw Problem.notFound();
        }
        return deleted;
    }
}
