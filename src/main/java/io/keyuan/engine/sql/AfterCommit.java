package io.keyuan.engine.sql;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work for after the commit, which is forgotten with what it was asked for within: a transaction that is rolled back, or the
 * part of one that is rolled back to a savepoint while the rest of it stays.
 */
final class AfterCommit implements TransactionSynchronization {

    private final Runnable work;
    private final Set<Object> later = Collections.newSetFromMap(new IdentityHashMap<>(0));
    private boolean forgotten;

    private AfterCommit(Runnable work) {
        this.work = work;
    }

    /** At once where there is no transaction. */
    static void run(Runnable work) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new AfterCommit(work));
        } else {
            work.run();
        }
    }

    @Override
    public void savepoint(Object savepoint) {
        later.add(savepoint);
    }

    /** A savepoint this never heard of is older than this. */
    @Override
    public void savepointRollback(Object savepoint) {
        forgotten |= !later.contains(savepoint);
    }

    @Override
    public void afterCommit() {
        if (!forgotten) {
            work.run();
        }
    }
}
