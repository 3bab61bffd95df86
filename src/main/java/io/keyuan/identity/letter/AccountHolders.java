package io.keyuan.identity.letter;

import static io.keyuan.identity.table.PersonTable.ADMINISTRATOR;
import static io.keyuan.identity.table.PersonTable.EMAIL;
import static io.keyuan.identity.table.PersonTable.ID;
import static io.keyuan.identity.table.PersonTable.LOGIN;
import static io.keyuan.identity.table.PersonTable.NAME;
import static io.keyuan.identity.table.PersonTable.PERSON;
import static io.keyuan.identity.table.PersonTable.PHONE;
import static io.keyuan.identity.table.PersonTable.TENANT;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.identity.table.PersonTable;
import io.keyuan.identity.table.PreferenceTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;

/** People as far as their accounts are concerned, also of those who are not signed in yet. */
@Repository
public class AccountHolders {

    private final DSLContext sql;

    AccountHolders(DSLContext sql) {
        this.sql = sql;
    }

    /** @return empty where they are disabled or gone, or no people sign in by that */
    public Optional<AccountHolder> signingIn(UUID tenant, UUID person) {
        return find(tenant, ID.eq(person).and(PersonTable.maySignIn()));
    }

    /** As the other, by login in whatever case. */
    public Optional<AccountHolder> signingIn(UUID tenant, String login) {
        return find(tenant, PersonTable.hasLogin(login).and(PersonTable.maySignIn()));
    }

    /** @return empty where there is none */
    public Optional<AccountHolder> service(UUID tenant, UUID person) {
        return find(tenant, ID.eq(person).and(PersonTable.isService()).and(PersonTable.alive()));
    }

    /** By name. */
    public List<AccountHolder> services(UUID tenant) {
        return AcrossTenants.call("as the others", () -> select(tenant, PersonTable.isService().and(PersonTable.alive()))
                .orderBy(NAME, ID)
                .fetch(AccountHolders::holder));
    }

    private Optional<AccountHolder> find(UUID tenant, Condition condition) {
        return AcrossTenants.call("whoever signs in is nobody yet",
                () -> select(tenant, condition).fetchOptional(AccountHolders::holder));
    }

    private SelectConditionStep<? extends Record> select(UUID tenant, Condition condition) {
        return sql.select(ID, NAME, LOGIN, EMAIL, PHONE, ADMINISTRATOR, PreferenceTable.LANGUAGE)
                .from(PERSON)
                .leftJoin(PreferenceTable.PREFERENCE)
                .on(PreferenceTable.TENANT.eq(TENANT), PreferenceTable.PERSON.eq(ID))
                .where(TENANT.eq(tenant), condition);
    }

    private static AccountHolder holder(Record row) {
        String language = row.get(PreferenceTable.LANGUAGE);
        return new AccountHolder(row.get(ID), row.get(NAME), row.get(LOGIN), row.get(EMAIL), row.get(PHONE), row.get(ADMINISTRATOR),
                language == null ? null : Locale.forLanguageTag(language));
    }
}
