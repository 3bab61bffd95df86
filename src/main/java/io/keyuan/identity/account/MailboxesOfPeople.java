package io.keyuan.identity.account;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
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

    MailboxesOfPeople(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Map<UUID, Addressee> of(Set<UUID> people) {
        UUID tenant = Caller.current().tenant();
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
                        row -> row.value1(), row -> new Addressee(new Mailbox(row.value2(), row.value3()), language(row.value4()))));
    }

    /** Whoever has chosen none reads what their browser asks for, which nobody knows here; most read the program's first language. */
    private static Locale language(@Nullable String chosen) {
        return chosen == null ? Languages.SIMPLIFIED_CHINESE : Locale.forLanguageTag(chosen);
    }
}
