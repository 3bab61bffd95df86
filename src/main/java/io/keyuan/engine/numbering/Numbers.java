package io.keyuan.engine.numbering;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Signals;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.sql.Besides;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives out numbers, a block for all records of a batch. A block is taken out beside the transaction that writes them: nobody waits for whoever writes many, and
 * what is rolled back leaves a gap.
 */
@Component
public class Numbers {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final String TOPIC = "numbers";

    /** Where numbers were given by hand ahead of the counter it runs past them, in steps that double. */
    private static final int MOST_STEPS = 16;

    private static final int LARGEST_STEP = 8_192;

    private final SeriesTable table;
    private final Besides besides;
    private final DSLContext sql;
    private final TenantSettings settings;
    private final Signals signals;
    private final KnownOfTenant<Map<String, Series>> known = new KnownOfTenant<>(KEPT);

    Numbers(SeriesTable table, Besides besides, DSLContext sql, TenantSettings settings, Signals signals) {
        this.table = table;
        this.besides = besides;
        this.sql = sql;
        this.settings = settings;
        this.signals = signals;
        signals.listen(TOPIC, tenant -> known.forget(UUID.fromString(tenant)), known::forgetAll);
    }

    /** Whether new records of the object get numbers by themselves. */
    public boolean areGiven(ObjectType type) {
        Series series = series(type);
        return series != null && series.active();
    }

    /** Whether people, files and programs may give numbers. */
    public boolean mayBeGivenByHand(ObjectType type) {
        Series series = series(type);
        return series == null || !series.active() || series.byHand();
    }

    private @Nullable Series series(ObjectType type) {
        return known.get(Caller.current().tenant(), table::all).get(type.name());
    }

    /** The current day where the company is. */
    LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), settings.zone());
    }

    /**
     * Takes numbers out that no record of the object has.
     *
     * @param number the attribute that holds them
     * @param given those that are about to be given by hand
     * @return as many as asked for, in their order; none where they are not given any more
     * @throws Problem where too many ahead of the counter are taken already
     */
    public List<String> take(Attribute<String> number, int count, Set<String> given) {
        List<String> free = new ArrayList<>();
        for (int step = 0; step < MOST_STEPS && free.size() < count; step++) {
            int missing = count - free.size();
            List<String> block = block(number.object(), step == 0 ? missing : Math.max(missing, Math.min(LARGEST_STEP, missing << step)));
            if (block.isEmpty()) {
                return List.of();
            }
            Set<String> taken = taken(number, block);
            block.stream().filter(each -> !taken.contains(each) && !given.contains(each)).limit(missing).forEach(free::add);
        }
        if (free.size() < count) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("numbers-taken"));
        }
        return free;
    }

    private List<String> block(ObjectType type, int count) {
        LocalDate today = today();
        return besides.get(apart -> {
            Series series = table.lock(apart, type);
            if (series == null || !series.active()) {
                return List.of();
            }
            Series.Taken taken = series.take(today, count);
            table.left(apart, type, taken.left());
            return taken.numbers();
        });
    }

    private Set<String> taken(Attribute<String> number, List<String> block) {
        var column = Tables.words("t", number);
        return sql.select(column)
                .from(Tables.of(number.object(), "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(column.isNotNull())
                .and(Tables.among(column, block.toArray(String[]::new)))
                .fetchSet(column);
    }

    /** How they are has changed. */
    void changed() {
        UUID tenant = Caller.current().tenant();
        signals.tell(TOPIC, tenant.toString());
        known.changed(tenant);
    }
}
