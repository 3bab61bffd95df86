package io.keyuan.identity.company;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.engine.Signals;
import io.keyuan.identity.company.CompanySettings.Letterhead;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What each company has settled, remembered until it is changed. */
@Repository
public class CompanyStore {

    private static final String TOPIC = "company";
    private static final Table<Record> TABLE = table(name("company_setting"));
    private static final Field<UUID> TENANT = column("tenant_id", SQLDataType.UUID);
    private static final Field<Integer> FISCAL_YEAR = column("fiscal_year_start", SQLDataType.INTEGER);
    private static final Field<String[]> LANGUAGES = column("languages", SQLDataType.CLOB.array());
    private static final Field<String> LANGUAGE = column("default_language", SQLDataType.CLOB);
    private static final Field<String> NUMBERS = column("number_format", SQLDataType.CLOB);
    private static final Field<String> DATES = column("date_format", SQLDataType.CLOB);
    private static final Field<JSONB> HOURS = column("working_hours", SQLDataType.JSONB);
    private static final Field<String> LEGAL_NAME = column("legal_name", SQLDataType.CLOB);
    private static final Field<String> ADDRESS = column("address", SQLDataType.CLOB);
    private static final Field<String> PHONE = column("phone", SQLDataType.CLOB);
    private static final Field<String> TAX_NUMBER = column("tax_number", SQLDataType.CLOB);
    private static final Field<String> BANK = column("bank", SQLDataType.CLOB);
    private static final Field<byte[]> LOGO = column("logo", SQLDataType.BLOB);
    private static final Field<String> LOGO_TYPE = column("logo_type", SQLDataType.CLOB);
    private static final List<Field<?>> COLUMNS = List.of(
            FISCAL_YEAR, LANGUAGES, LANGUAGE, NUMBERS, DATES, HOURS, LEGAL_NAME, ADDRESS, PHONE, TAX_NUMBER, BANK, LOGO_TYPE);

    private final DSLContext sql;
    private final JsonMapper json;
    private final Signals signals;
    private final KnownOfTenant<CompanySettings> known = new KnownOfTenant<>(Duration.ofMinutes(1));

    CompanyStore(DSLContext sql, JsonMapper json, Signals signals) {
        this.sql = sql;
        this.json = json;
        this.signals = signals;
        signals.listen(TOPIC, tenant -> known.forget(UUID.fromString(tenant)), known::forgetAll);
    }

    private static <T> Field<T> column(String name, DataType<T> type) {
        return field(name("company_setting", name), type);
    }

    /** Of the current caller's company. */
    public CompanySettings get() {
        UUID tenant = Caller.current().tenant();
        return known.get(tenant, () -> sql.select(COLUMNS)
                .from(TABLE)
                .where(TENANT.eq(tenant))
                .fetchOptional(this::settings)
                .orElse(CompanySettings.INITIAL));
    }

    private CompanySettings settings(Record row) {
        return new CompanySettings(
                row.get(FISCAL_YEAR), List.of(row.get(LANGUAGES)), row.get(LANGUAGE), row.get(NUMBERS), row.get(DATES),
                json.readValue(row.get(HOURS).data(), Week.class),
                new Letterhead(
                        row.get(LEGAL_NAME), row.get(ADDRESS), row.get(PHONE), row.get(TAX_NUMBER), row.get(BANK),
                        row.get(LOGO_TYPE) != null));
    }

    /** Everything but the logo, which has its own way in. */
    public void save(CompanySettings settings) {
        UUID tenant = Caller.current().tenant();
        Record row = row(settings);
        sql.insertInto(TABLE).set(TENANT, tenant).set(row).onConflict(TENANT).doUpdate().set(row).execute();
        signals.tell(TOPIC, tenant.toString());
        known.changed(tenant);
    }

    private Record row(CompanySettings settings) {
        Letterhead letterhead = settings.letterhead();
        Record row = sql.newRecord(
                FISCAL_YEAR, LANGUAGES, LANGUAGE, NUMBERS, DATES, HOURS, LEGAL_NAME, ADDRESS, PHONE, TAX_NUMBER, BANK);
        row.set(FISCAL_YEAR, settings.fiscalYearStart());
        row.set(LANGUAGES, settings.languages().toArray(String[]::new));
        row.set(LANGUAGE, settings.defaultLanguage());
        row.set(NUMBERS, settings.numberFormat());
        row.set(DATES, settings.dateFormat());
        row.set(HOURS, JSONB.jsonb(json.writeValueAsString(settings.workingHours())));
        row.set(LEGAL_NAME, letterhead.legalName());
        row.set(ADDRESS, letterhead.address());
        row.set(PHONE, letterhead.phone());
        row.set(TAX_NUMBER, letterhead.taxNumber());
        row.set(BANK, letterhead.bank());
        return row;
    }

    /** An image and its media type. */
    record Logo(byte[] content, String type) {}

    Optional<Logo> logo() {
        return sql.select(LOGO, LOGO_TYPE)
                .from(TABLE)
                .where(TENANT.eq(Caller.current().tenant()), LOGO.isNotNull())
                .fetchOptional(row -> new Logo(row.value1(), row.value2()));
    }

    /** @param logo null for none any more */
    void keep(@Nullable Logo logo) {
        save(get());
        UUID tenant = Caller.current().tenant();
        sql.update(TABLE)
                .set(LOGO, logo == null ? null : logo.content())
                .set(LOGO_TYPE, logo == null ? null : logo.type())
                .where(TENANT.eq(tenant))
                .execute();
    }
}
