package io.keyuan.notifications.preferences;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.NoticeKind;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what people of the current caller's company have chosen. */
@Repository
public class PreferenceStore {

    private static final String NAME = "notification_preference";
    private static final Table<Record> PREFERENCE = table(name(NAME));
    private static final Field<UUID> TENANT = field(name(NAME, "tenant_id"), SQLDataType.UUID);
    private static final Field<UUID> PERSON = field(name(NAME, "person_id"), SQLDataType.UUID);
    private static final Field<JSONB> CHANNELS = field(name(NAME, "channels"), SQLDataType.JSONB);
    private static final Field<LocalTime> QUIET_FROM = field(name(NAME, "quiet_from"), SQLDataType.LOCALTIME);
    private static final Field<LocalTime> QUIET_TO = field(name(NAME, "quiet_to"), SQLDataType.LOCALTIME);
    private static final Field<String> ZONE = field(name(NAME, "time_zone"), SQLDataType.CLOB);
    private static final TypeReference<Map<String, Channels>> BY_CODE = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    PreferenceStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** @return those of everybody who was asked for */
    public Map<UUID, NotificationPreferences> of(Set<UUID> people) {
        Map<UUID, NotificationPreferences> all = new HashMap<>();
        people.forEach(person -> all.put(person, NotificationPreferences.USUAL));
        sql.select(PERSON, CHANNELS, QUIET_FROM, QUIET_TO, ZONE)
                .from(PREFERENCE)
                .where(TENANT.eq(Caller.current().tenant()), PERSON.eq(any(people.toArray(UUID[]::new))))
                .forEach(row -> all.put(row.get(PERSON), preferences(row)));
        return all;
    }

    void set(NotificationPreferences wanted) {
        Map<String, Channels> channels = new HashMap<>();
        wanted.chosen().forEach((kind, chosen) -> channels.put(kind.code(), chosen));
        JSONB stored = JSONB.valueOf(json.writeValueAsString(channels));
        LocalTime from = wanted.quiet() == null ? null : wanted.quiet().from();
        LocalTime to = wanted.quiet() == null ? null : wanted.quiet().to();
        String zone = wanted.zone() == null ? null : wanted.zone().getId();
        sql.insertInto(PREFERENCE, TENANT, PERSON, CHANNELS, QUIET_FROM, QUIET_TO, ZONE)
                .values(Caller.current().tenant(), Caller.current().person(), stored, from, to, zone)
                .onConflict(TENANT, PERSON)
                .doUpdate()
                .set(CHANNELS, stored)
                .set(QUIET_FROM, from)
                .set(QUIET_TO, to)
                .set(ZONE, zone)
                .execute();
    }

    /** People who go for good take along what they chose. */
    public void forget(UUID[] people) {
        sql.deleteFrom(PREFERENCE).where(TENANT.eq(Caller.current().tenant()), PERSON.eq(any(people))).execute();
    }

    private NotificationPreferences preferences(Record row) {
        Map<NoticeKind, Channels> chosen = new HashMap<>();
        json.readValue(row.get(CHANNELS).data(), BY_CODE)
                .forEach((code, channels) -> NoticeKind.of(code).ifPresent(kind -> chosen.put(kind, channels)));
        return new NotificationPreferences(chosen, quiet(row.get(QUIET_FROM), row.get(QUIET_TO)), zone(row.get(ZONE)));
    }

    private static @Nullable QuietHours quiet(@Nullable LocalTime from, @Nullable LocalTime to) {
        return from == null || to == null ? null : new QuietHours(from, to);
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        return id == null ? null : ZoneId.of(id);
    }
}
