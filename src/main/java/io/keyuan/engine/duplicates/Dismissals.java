package io.keyuan.engine.duplicates;

import io.keyuan.engine.Access;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Titles;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people say of records that seem to be one and are not. */
@Component
class Dismissals {

    private final PairStore pairs;
    private final Positions positions;
    private final Comparison comparison;
    private final Titles titles;
    private final Access access;

    Dismissals(PairStore pairs, Positions positions, Comparison comparison, Titles titles, Access access) {
        this.pairs = pairs;
        this.positions = positions;
        this.comparison = comparison;
        this.titles = titles;
        this.access = access;
    }

    /** These are each something else: no two of them are shown together again. */
    @Transactional
    public void dismiss(ObjectType type, Set<UUID> records) {
        check(type, records);
        positions.hold();
        List<Pair> among = pairs.among(records);
        if (!among.isEmpty()) {
            pairs.dismiss(type, among);
        }
    }

    /** Takes that back: they are compared again. */
    @Transactional
    public void reopen(ObjectType type, Set<UUID> records) {
        check(type, records);
        positions.hold();
        pairs.reopen(records);
        comparison.settle(type, records);
    }

    private void check(ObjectType type, Set<UUID> records) {
        if (!access.may(Right.EDIT, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
        if (records.size() < 2 || titles.of(type, records).size() < records.size()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("records", "unknown-reference"));
        }
    }
}
