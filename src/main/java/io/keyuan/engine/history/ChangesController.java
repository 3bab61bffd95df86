package io.keyuan.engine.history;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Era;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.sql.Snapshots;
import io.keyuan.engine.sql.Tables;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed of everything that changed in the tenant, for programs that keep up with it; administrators only. */
@RestController
class ChangesController {

    private static final int PAGE = 500;
    private static final Pattern POSITION = Pattern.compile("([0-9]{1,19})\\.([0-9]{1,18})");
    private static final Field<UUID[]> IDS = DSL.field(DSL.name("c", "ids"), SQLDataType.UUID.array());

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Era era;
    private final AuditTrail trail;

    ChangesController(DSLContext sql, ObjectTypes types, Era era, AuditTrail trail) {
        this.sql = sql;
        this.types = types;
        this.era = era;
        this.trail = trail;
    }

    @GetMapping("/api/v1/changes")
    Map<String, Object> changes(@RequestParam(required = false) @Nullable String since) {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-read"));
        }
        Position position = Position.of(since);
        List<Map<String, Object>> items = sql.select(
                        Snapshots.transaction(), Tables.number("c", "sequence"), Tables.text("c", "object"), Tables.text("c", "action"),
                        Tables.time("c", "at"), Tables.uuid("c", "actor"), IDS)
                .from(Tables.of("change_log", "c"))
                .where(Tables.ofTenant("c"))
                .and(Snapshots.settled(era.current()))
                .and(Snapshots.after(position.transaction(), position.sequence()))
                .orderBy(Snapshots.order(), Tables.number("c", "sequence"))
                .limit(PAGE)
                .fetch(this::item);
        Object next = items.isEmpty() ? position.toString() : Objects.requireNonNull(items.getLast().get("position"));
        if (!items.isEmpty()) {
            trail.keepLater(AuditEvent.of("changes-read", Map.of("from", position.toString(), "to", next.toString(), "count", items.size())));
        }
        return Map.of("items", items, "next", next);
    }

    private Map<String, Object> item(Record row) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("position", row.get(Snapshots.transaction()) + "." + row.get(Tables.number("c", "sequence")));
        item.put("object", Objects.requireNonNull(types.byName(row.get(Tables.text("c", "object")))).path());
        item.put("action", row.get(Tables.text("c", "action")));
        item.put("at", row.get(Tables.time("c", "at")).toInstant().toString());
        item.put("by", Map.of("id", row.get(Tables.uuid("c", "actor")).toString()));
        item.put("ids", Arrays.stream(row.get(IDS)).map(UUID::toString).toList());
        return item;
    }

    /** How far a reader has come. */
    record Position(long transaction, long sequence) {

        static Position of(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return new Position(0, 0);
            }
            Matcher parts = POSITION.matcher(text);
            if (!parts.matches()) {
                throw Problem.of(ProblemKind.MALFORMED, Fault.at("since", "bad-page"));
            }
            return new Position(Long.parseUnsignedLong(parts.group(1)), Long.parseLong(parts.group(2)));
        }

        @Override
        public String toString() {
            return Long.toUnsignedString(transaction) + "." + sequence;
        }
    }
}
