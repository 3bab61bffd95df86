package io.keyuan.identity.account;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import io.keyuan.engine.TenantSettings;
import io.keyuan.identity.table.PersonTable;
import io.keyuan.identity.table.PreferenceTable;
import io.keyuan.mail.Addressee;
import io.keyuan.mail.Mailbox;
import io.keyuan.mail.Mailboxes;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People are written to at the address in their record, in the language they have chosen. */
@Component
class MailboxesOfPeople implements Mailboxes {

    private final DSLContext sql;
    private final TenantSettings settings;

    MailboxesOfPeople(DSLContext sql, TenantSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    @Override
    public Map<UUID, Addressee> of(Set<UUID> people) {
        UUID tenant = Caller.current().tenant();
        Locale otherwise = companys();
        return sql.select(PersonTable.ID, PersonTable.EMAIL, PersonTable.NAME, PreferenceTable.LANGUAGE)
                .from(PersonTable.PERSON.leftJoin(PreferenceTable.PREFERENCE)
                        .on(PreferenceTable.TENANT.eq(tenant).and(PreferenceTable.PERSON.eq(PersonTable.ID))))
                .where(PersonTable.TENANT.eq(tenant), PersonTable.ID.eq(any(people.toArray(UUID[]::new))))
                .and(PersonTable.maySignIn())
                .and(PersonTable.EMAIL.isNotNull())
                .fetch()
                .stream()
                .filter(row -> Mailbox.isAddress(row.value2()))
                .collect(Collectors.toMap(
                        row -> row.value1(), row -> new Addressee(new Mailbox(row.value2(), row.value3()), language(row.value4(), otherwise))));
    }

    private static Locale language(@Nullable String chosen, Locale otherwise) {
        return chosen == null ? otherwise : Locale.forLanguageTag(chosen);
    }

    /**
     * Whoever has chosen none reads what their browser asks for, which nobody knows here: what the company has settled, else the program's
     * first language, which most read.
     */
    private Locale companys() {
        String settled = settings.conventions().defaultLanguage();
        return settled == null ? Languages.SIMPLIFIED_CHINESE : Locale.forLanguageTag(settled);
    }
}
