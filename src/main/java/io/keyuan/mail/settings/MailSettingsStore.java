package io.keyuan.mail.settings;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.mail.Mailbox;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Keeps the mail settings of companies. */
@Repository
public class MailSettingsStore {

    private static final Table<Record> SETTING = table(name("mail_setting"));
    private static final Field<UUID> TENANT = field(name("mail_setting", "tenant_id"), SQLDataType.UUID);
    private static final Field<String> HOST = text("host");
    private static final Field<Integer> PORT = field(name("mail_setting", "port"), SQLDataType.INTEGER);
    private static final Field<String> SECURITY = text("security");
    private static final Field<String> LOGIN = text("login");
    private static final Field<String> PASSWORD = text("password");
    private static final Field<String> FROM = text("from_address");
    private static final Field<String> FROM_NAME = text("from_name");
    private static final Field<String> REPLY_TO = text("reply_to");
    private static final Field<String> PUBLIC_ADDRESS = text("public_address");
    private static final Field<OffsetDateTime> CHANGED = field(name("mail_setting", "changed_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<UUID> CHANGED_BY = field(name("mail_setting", "changed_by"), SQLDataType.UUID);

    private final DSLContext sql;

    MailSettingsStore(DSLContext sql) {
        this.sql = sql;
    }

    private static Field<String> text(String column) {
        return field(name("mail_setting", column), SQLDataType.CLOB);
    }

    /** Of the current caller's company. */
    public Optional<MailSettings> find() {
        return sql.select(HOST, PORT, SECURITY, LOGIN, PASSWORD, FROM, FROM_NAME, REPLY_TO, PUBLIC_ADDRESS)
                .from(SETTING)
                .where(TENANT.eq(Caller.current().tenant()))
                .fetchOptional(MailSettingsStore::settings);
    }

    /** Instead of what was settled before. */
    public void set(MailSettings settings) {
        Map<Field<?>, @Nullable Object> values = values(settings);
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>(values);
        row.put(TENANT, Caller.current().tenant());
        sql.insertInto(SETTING).columns(row.keySet()).values(row.values()).onConflict(TENANT).doUpdate().set(values).execute();
    }

    /** No mail goes out from now on. */
    public void remove() {
        sql.deleteFrom(SETTING).where(TENANT.eq(Caller.current().tenant())).execute();
    }

    private static Map<Field<?>, @Nullable Object> values(MailSettings settings) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(HOST, settings.host());
        values.put(PORT, settings.port());
        values.put(SECURITY, settings.security().code());
        values.put(LOGIN, settings.user());
        values.put(PASSWORD, settings.password());
        values.put(FROM, settings.from().address());
        values.put(FROM_NAME, settings.from().name());
        values.put(REPLY_TO, settings.replyTo());
        values.put(PUBLIC_ADDRESS, settings.publicAddress());
        values.put(CHANGED, Instant.now().atOffset(ZoneOffset.UTC));
        values.put(CHANGED_BY, Caller.current().person());
        return values;
    }

    private static MailSettings settings(Record row) {
        return new MailSettings(
                row.get(HOST), row.get(PORT), Security.of(row.get(SECURITY)).orElse(Security.TLS), row.get(LOGIN), row.get(PASSWORD),
                new Mailbox(row.get(FROM), row.get(FROM_NAME)), row.get(REPLY_TO), row.get(PUBLIC_ADDRESS));
    }
}
