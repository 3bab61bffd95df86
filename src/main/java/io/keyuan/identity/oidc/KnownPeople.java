package io.keyuan.identity.oidc;

import static io.keyuan.identity.table.PersonTable.ID;
import static io.keyuan.identity.table.PersonTable.LOGIN;
import static io.keyuan.identity.table.PersonTable.NAME;
import static io.keyuan.identity.table.PersonTable.PERSON;
import static io.keyuan.identity.table.PersonTable.TENANT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.Caller;
import io.keyuan.identity.table.PersonTable;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** People of the current caller's company as signing in looks at them, before anybody may read records. */
@Repository
class KnownPeople {

    private static final Field<String> ACCOUNT = field(name("person", "account"), SQLDataType.CLOB);
    private static final Field<String> EMAIL = field(name("person", "email"), SQLDataType.CLOB);

    private final DSLContext sql;

    KnownPeople(DSLContext sql) {
        this.sql = sql;
    }

    /** @param account {@code uninvited}, {@code active} or {@code disabled} */
    record Known(UUID id, String name, @Nullable String login, @Nullable String email, String account) {

        boolean isDisabled() {
            return account.equals("disabled");
        }

        boolean isActive() {
            return account.equals("active");
        }
    }

    /** @return empty where they were deleted */
    Optional<Known> get(UUID id) {
        return one(ID.eq(id));
    }

    Optional<Known> byEmail(String email) {
        return one(lower(EMAIL).eq(email.toLowerCase(Locale.ROOT)));
    }

    boolean hasLogin(String login) {
        return one(PersonTable.hasLogin(login)).isPresent();
    }

    private Optional<Known> one(Condition condition) {
        return sql.select(ID, NAME, LOGIN, EMAIL, ACCOUNT)
                .from(PERSON)
                .where(TENANT.eq(Caller.current().tenant()))
                .and(PersonTable.alive())
                .and(condition)
                .orderBy(ID)
                .limit(1)
                .fetchOptional(KnownPeople::known);
    }

    private static Known known(Record row) {
        return new Known(row.get(ID), row.get(NAME), row.get(LOGIN), row.get(EMAIL), row.get(ACCOUNT));
    }
}
