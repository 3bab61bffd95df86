package io.keyuan.engine.seal;

import io.keyuan.engine.Caller;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Walks the chain of the caller's company from its beginning to its end. */
@Component
class VerificationJob implements JobKind {

    static final String NAME = "audit-verification";

    private static final int BLOCKS = 20;

    private final Sealer sealer;
    private final Chain chain;
    private final Verifier verifier;

    VerificationJob(Sealer sealer, Chain chain, Verifier verifier) {
        this.sealer = sealer;
        this.chain = chain;
        this.verifier = verifier;
    }

    /** @param since a hash, in hexadecimal, that was noted earlier and has to be in the chain; null for none */
    record Order(@Nullable String since) {}

    /** What was found, as people are told. */
    record Outcome(boolean intact, long blocks, long rows, long erased, long unsealed, @Nullable Last last, @Nullable Finding finding) {

        /** The last block, by which the chain can be held against what somebody noted. */
        record Last(long number, String hash, String at) {}

        static Outcome of(Walk walk) {
            Last last = walk.at() == null ? null : new Last(walk.number(), walk.hash(), walk.at().toString());
            return new Outcome(
                    walk.over() && walk.finding() == null, walk.number(), walk.rows(), walk.erased(), walk.unsealed(), last, walk.finding());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobRun run) {
        String since = run.arguments(Order.class).since();
        Walk earlier = run.checkpoint(Walk.class);
        if (earlier == null) {
            sealer.seal(Caller.current().tenant(), () -> false);
        }
        Walk walk = earlier == null ? Walk.beginning(Caller.current().tenant()) : earlier;
        while (!walk.over()) {
            walk = further(run, walk, since);
        }
    }

    private Walk further(JobRun run, Walk walk, @Nullable String since) {
        Walk[] next = new Walk[1];
        run.piece(() -> {
            Walk found = verifier.step(walk, BLOCKS, since);
            next[0] = found;
            return new JobRun.Piece(progress(found), Outcome.of(found), found);
        });
        return Objects.requireNonNull(next[0]);
    }

    private double progress(Walk walk) {
        return walk.over() ? 1 : Math.min(1, (double) walk.number() / Math.max(1, chain.look().number()));
    }
}
