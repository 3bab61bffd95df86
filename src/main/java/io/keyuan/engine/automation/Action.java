package io.keyuan.engine.automation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule does.
 *
 * @param object of which a record is made, by its name in code; null for other kinds
 * @param values of the record itself, or of the one that is made
 * @param person to whom the record is given; null where rules of assigning say
 * @param to who is told
 * @param text of what is told, with fields of the record in double braces; null for other kinds
 * @param webhook which one is told; null for other kinds
 * @param address a letter goes to, with fields of the record in double braces; null for other kinds
 * @param subject of a letter, with fields too; null for other kinds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Action(
        Kind kind, @Nullable String object, List<Value> values, @Nullable UUID person, List<Recipient> to, @Nullable String text,
        @Nullable UUID webhook, @Nullable String address, @Nullable String subject) {

    /** Of every kind but {@link Kind#MAIL}. */
    Action(
            Kind kind, @Nullable String object, List<Value> values, @Nullable UUID person, List<Recipient> to, @Nullable String text,
            @Nullable UUID webhook) {
        this(kind, object, values, person, to, text, webhook, null, null);
    }

    enum Kind {
        /** Writes values of the record. */
        SET,
        /** Makes a record. */
        CREATE,
        /** Gives the record to somebody. */
        ASSIGN,
        /** Tells people. */
        NOTIFY,
        /** Tells another program. */
        WEBHOOK,
        /** Writes a letter to an address. */
        MAIL;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @return null for what is none */
        @JsonCreator
        static @Nullable Kind of(@Nullable String code) {
            return List.of(values()).stream().filter(each -> each.code().equals(code)).findFirst().orElse(null);
        }
    }

    /**
     * What an attribute comes to have: one of these, and nothing where none is said.
     *
     * @param value as in the API
     * @param text with fields of the record in double braces
     * @param days so many days from today, or from this moment
     * @param from the attribute of the record that is copied; {@code id} for the record itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(String attribute, @Nullable Object value, @Nullable String text, @Nullable Integer days, @Nullable String from) {}

    /**
     * Somebody, or some people.
     *
     * @param kind such as {@code user} or {@code team}; {@code attribute} for whoever the record names there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recipient(String kind, @Nullable UUID id, @Nullable String attribute) {

        static final String BY_ATTRIBUTE = "attribute";
    }
}
