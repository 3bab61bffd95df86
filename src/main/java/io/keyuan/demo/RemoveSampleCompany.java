package io.keyuan.demo;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.erasure.Erasure;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Takes away what the filling made, and nothing else. What people made stays with what it needs of the sample company; the
 * result says how much of what stayed.
 */
@Component
class RemoveSampleCompany implements JobKind {

    static final String KIND = "remove-sample-company";

    private static final int PIECE = 2_000;
    private static final int TRIES = 5;

    private final Erasure erasure;
    private final SampleCompanies companies;

    RemoveSampleCompany(Erasure erasure, SampleCompanies companies) {
        this.erasure = erasure;
        this.companies = companies;
    }

    /** @param operation the one that filled */
    record Order(UUID operation) {}

    /**
     * The account, by the name of the object.
     *
     * @param kept what stays because something somebody made needs it
     */
    record Result(Map<String, Integer> removed, Map<String, Integer> kept) {

        int total() {
            return removed.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Numbers only, as accounts of jobs are: the sums, and {@code kept.customer} for each object of which something stays. */
        Map<String, Integer> account() {
            Map<String, Integer> account = new LinkedHashMap<>();
            account.put("removed", total());
            account.put("kept", kept.values().stream().mapToInt(Integer::intValue).sum());
            kept.forEach((object, count) -> account.put("kept." + object, count));
            return account;
        }

        Result more(ObjectType type, int count, Map<ObjectType, Set<UUID>> needed) {
            Map<String, Integer> sums = new LinkedHashMap<>(removed);
            if (count > 0) {
                sums.merge(type.name(), count, Integer::sum);
            }
            Map<String, Integer> stays = new LinkedHashMap<>();
            needed.forEach((each, ids) -> {
                if (!ids.isEmpty()) {
                    stays.put(each.name(), ids.size());
                }
            });
            return new Result(sums, stays);
        }
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var removal = new Removal(run, run.arguments(Order.class).operation());
        erasure.order().forEach(removal::erase);
        run.piece(() -> {
            companies.forget();
            return new JobRun.Piece(1, removal.result.account(), removal.result);
        });
    }

    /** One run of it. */
    private final class Removal {

        private final JobRun run;
        private final UUID operation;
        private final int all;
        private Map<ObjectType, Set<UUID>> needed;
        private Result result;

        Removal(JobRun run, UUID operation) {
            this.run = run;
            this.operation = operation;
            this.needed = erasure.needed(operation);
            Result noted = run.checkpoint(Result.class);
            this.result = noted == null ? new Result(Map.of(), Map.of()) : noted;
            this.all = result.total() + erasure.counts(operation).values().stream().mapToInt(Integer::intValue).sum();
        }

        void erase(List<ObjectType> together) {
            int failures = 0;
            boolean more = true;
            while (more) {
                try {
                    more = piece(together);
                } catch (DataIntegrityViolationException neededMeanwhile) {
                    // Somebody made something that needs what was about to go.
                    if (++failures == TRIES) {
                        throw neededMeanwhile;
                    }
                    needed = erasure.needed(operation);
                }
            }
        }

        private boolean piece(List<ObjectType> together) {
            int limit = together.size() > 1 ? Integer.MAX_VALUE : PIECE;
            boolean[] full = new boolean[1];
            Result[] after = {result};
            run.piece(() -> {
                for (ObjectType type : together) {
                    int gone = erasure.erase(operation, type, needed.getOrDefault(type, Set.of()), limit);
                    after[0] = after[0].more(type, gone, needed);
                    full[0] |= gone == limit;
                }
                return new JobRun.Piece(all == 0 ? 1 : (double) after[0].total() / all, after[0].account(), after[0]);
            });
            result = after[0];
            return full[0];
        }
    }
}
