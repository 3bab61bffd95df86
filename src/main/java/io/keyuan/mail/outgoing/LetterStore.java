package io.keyuan.mail.outgoing;

import static io.keyuan.mail.outgoing.LetterTable.ATTEMPTS;
import static io.keyuan.mail.outgoing.LetterTable.CONTENT;
import static io.keyuan.mail.outgoing.LetterTable.CREATED;
import static io.keyuan.mail.outgoing.LetterTable.DUE;
import static io.keyuan.mail.outgoing.LetterTable.ID;
import static io.keyuan.mail.outgoing.LetterTable.LETTER;
import static io.keyuan.mail.outgoing.LetterTable.REPLY;
import static io.keyuan.mail.outgoing.LetterTable.SENT;
import static io.keyuan.mail.outgoing.LetterTable.STATE;
import static io.keyuan.mail.outgoing.LetterTable.SUBJECT;
import static io.keyuan.mail.outgoing.LetterTable.TENANT;
import static io.keyuan.mail.outgoing.LetterTable.TO;
import static io.keyuan.mail.outgoing.LetterTable.TO_NAME;
import static io.keyuan.mail.outgoing.LetterTable.TROUBLE;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.jobs.Passing;
import io.keyuan.mail.Letter;
import io.keyuan.mail.Mailbox;
import io.keyuan.mail.smtp.MailException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Keeps letters, of the current caller's company where nothing else is said. */
@Repository
class LetterStore implements Passing {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String WAITING = LetterState.WAITING.code();

    private final DSLContext sql;
    private final LetterContent contents;

    LetterStore(DSLContext sql, LetterContent contents) {
        this.sql = sql;
        this.contents = contents;
    }

    void add(UUID id, Letter letter, Instant now) {
        String content = contents.sealed(id, new LetterContent.Content(letter.text(), letter.html()));
        sql.insertInto(LETTER)
                .columns(TENANT, ID, TO, TO_NAME, SUBJECT, CONTENT, STATE, ATTEMPTS, DUE, CREATED)
                .values(Caller.current().tenant(), id, letter.to().address(), letter.to().name(), letter.subject(), content, WAITING, 0, bound(now), bound(now))
                .execute();
    }

    /** The companies that have a letter to be sent by now. */
    Set<UUID> due(Instant now) {
        return AcrossTenants.call("letters of all companies go out alike", () -> sql.selectDistinct(TENANT)
                .from(LETTER)
                .where(STATE.eq(DSL.inline(WAITING)), DUE.le(bound(now)))
                .fetchSet(TENANT));
    }

    /**
     * Takes letters that are to be sent by now, so that no other node does until then.
     *
     * @param until when whoever took them is taken for dead
     */
    List<WaitingLetter> take(int limit, Instant now, Instant until) {
        var chosen = DSL.select(ID).from(LETTER)
                .where(mine(), STATE.eq(DSL.inline(WAITING)), DUE.le(bound(now)))
                .orderBy(DUE).limit(limit).forUpdate().skipLocked();
        return sql.update(LETTER)
                .set(DUE, bound(until))
                .set(ATTEMPTS, ATTEMPTS.plus(1))
                .where(mine(), ID.in(chosen))
                .returning(ID, ATTEMPTS, CREATED, TO, TO_NAME, SUBJECT, CONTENT)
                .fetch(this::waiting);
    }

    private WaitingLetter waiting(Record row) {
        UUID id = row.get(ID);
        Letter letter = contents.open(id, row.get(CONTENT))
                .map(content -> new Letter(mailbox(row), row.get(SUBJECT), content.text(), content.html()))
                .orElse(null);
        return new WaitingLetter(id, row.get(ATTEMPTS), row.get(CREATED).toInstant(), letter);
    }

    private static Mailbox mailbox(Record row) {
        return new Mailbox(row.get(TO), row.get(TO_NAME));
    }

    /** What it said is nobody's business any more. */
    void sent(UUID id, Instant at) {
        sql.update(LETTER)
                .set(STATE, LetterState.SENT.code())
                .set(SENT, bound(at))
                .setNull(CONTENT)
                .setNull(TROUBLE)
                .setNull(REPLY)
                .where(mine(), ID.eq(id))
                .execute();
    }

    /** @param again when it is tried again; null for never */
    void failed(UUID id, MailException failure, @Nullable Instant again) {
        sql.update(LETTER)
                .set(STATE, again == null ? LetterState.FAILED.code() : WAITING)
                .set(DUE, again == null ? DUE : DSL.val(bound(again)))
                .set(CONTENT, again == null ? DSL.inline((String) null) : CONTENT)
                .set(TROUBLE, failure.trouble().code())
                .set(REPLY, failure.reply())
                .where(mine(), ID.eq(id), STATE.eq(WAITING))
                .execute();
    }

    /** Those that were taken and not tried go back. */
    void putBack(List<UUID> ids, Instant now) {
        sql.update(LETTER)
                .set(DUE, bound(now))
                .set(ATTEMPTS, ATTEMPTS.minus(1))
                .where(mine(), ID.eq(DSL.any(ids.toArray(UUID[]::new))), STATE.eq(WAITING))
                .execute();
    }

    /** What waits is tried at once: what hindered it may be gone. */
    void hasten(Instant now) {
        sql.update(LETTER).set(DUE, bound(now)).where(mine(), STATE.eq(DSL.inline(WAITING)), DUE.gt(bound(now)), TROUBLE.isNotNull()).execute();
    }

    /** @param before the id of the last of the page before; null for the newest */
    List<OutgoingLetter> page(@Nullable UUID before, int limit) {
        return sql.select(ID, TO, TO_NAME, SUBJECT, STATE, ATTEMPTS, CREATED, DUE, SENT, TROUBLE, REPLY)
                .from(LETTER)
                .where(mine(), before == null ? DSL.noCondition() : ID.lt(before))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(LetterStore::outgoing);
    }

    private static OutgoingLetter outgoing(Record row) {
        OffsetDateTime sent = row.get(SENT);
        return new OutgoingLetter(
                row.get(ID), mailbox(row), row.get(SUBJECT), LetterState.of(row.get(STATE)), row.get(ATTEMPTS), row.get(CREATED).toInstant(),
                row.get(DUE).toInstant(), sent == null ? null : sent.toInstant(), row.get(TROUBLE), row.get(REPLY));
    }

    @Override
    public Rows passing() {
        return new Rows(LETTER, List.of(TENANT, ID), CREATED, KEPT);
    }

    private static Condition mine() {
        return TENANT.eq(Caller.current().tenant());
    }

    private static OffsetDateTime bound(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
