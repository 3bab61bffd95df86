package io.keyuan.identity.signin;

import static io.keyuan.identity.table.PreferenceTable.LANGUAGE;
import static io.keyuan.identity.table.PreferenceTable.PERSON;
import static io.keyuan.identity.table.PreferenceTable.PREFERENCE;
import static io.keyuan.identity.table.PreferenceTable.TENANT;

import io.keyuan.engine.Caller;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What people have chosen for themselves. */
@Repository
class Preferences {

    private final DSLContext sql;

    Preferences(DSLContext sql) {
        this.sql = sql;
    }

    /** @param language of the current caller from now on; null for whatever the browser asks for */
    void setLanguage(@Nullable Locale language) {
        Caller caller = Caller.current();
        String tag = language == null ? null : language.toLanguageTag();
        sql.insertInto(PREFERENCE, TENANT, PERSON, LANGUAGE)
                .values(caller.tenant(), caller.person(), tag)
                .onConflict(TENANT, PERSON)
                .doUpdate()
                .set(LANGUAGE, tag)
                .execute();
    }

    static @Nullable Locale locale(@Nullable String stored) {
        return stored == null ? null : Locale.forLanguageTag(stored);
    }
}
