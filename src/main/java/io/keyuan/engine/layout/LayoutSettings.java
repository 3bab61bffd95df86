package io.keyuan.engine.layout;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What the current caller's company has settled about the pages and forms of its objects, to be read and replaced as a whole. */
@Service
public class LayoutSettings {

    private final LayoutStore store;
    private final LayoutReading reading;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    LayoutSettings(LayoutStore store, LayoutReading reading, AuditTrail trail, TransactionTemplate transaction) {
        this.store = store;
        this.reading = reading;
        this.trail = trail;
        this.transaction = transaction;
    }

    public SettledLayouts of(ObjectType type) {
        return store.find(type);
    }

    /**
     * Whether the caller may is for whoever calls to ask. What is settled already is not settled again.
     *
     * @param version that was seen
     * @throws Problem with everything that is wrong; {@link ProblemKind#STALE} where somebody else has replaced it meanwhile
     */
    public SettledLayouts replace(ObjectType type, long version, LayoutsBody body) {
        return Objects.requireNonNull(transaction.execute(status -> {
            SettledLayouts before = store.find(type);
            ObjectLayouts after = reading.read(type, before.layouts(), body);
            requireSame(before.version() == version);
            if (after.equals(before.layouts())) {
                return before;
            }
            requireSame(store.replace(type, version, after));
            keep(type, after);
            return new SettledLayouts(after, version + 1);
        }));
    }

    private static void requireSame(boolean same) {
        if (!same) {
            throw Problem.of(ProblemKind.STALE, Fault.whole("stale"));
        }
    }

    private void keep(ObjectType type, ObjectLayouts after) {
        trail.keep(new AuditEvent("layouts-changed", type.name(), null, Map.of(
                "layouts", after.layouts().size(), "fieldRules", after.rules().size(), "kindOf", after.kind() == null ? "" : after.kind())));
    }
}
