package io.keyuan.engine.jobs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs every {@link Errand}, each in a thread of its own, so that none waits for another. */
@NamedInterface("jobs")
@Component
public class Errands implements SmartLifecycle {

    private final ObjectProvider<Errand> errands;
    private final Map<Errand, ErrandThread> threads = new ConcurrentHashMap<>();

    Errands(ObjectProvider<Errand> errands) {
        this.errands = errands;
    }

    /** Has it run on this node as soon as the current transaction has committed; at once where there is none. */
    public void soon(Errand errand) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake(errand);
                }
            });
        } else {
            wake(errand);
        }
    }

    /** Has it run on this node soon, whatever transaction there is; may be called from anywhere. */
    public void wake(Errand errand) {
        ErrandThread thread = threads.get(errand);
        if (thread != null) {
            thread.wake();
        }
    }

    @Override
    public void start() {
        errands.forEach(errand -> threads.put(errand, ErrandThread.start(errand)));
    }

    @Override
    public void stop() {
        List<ErrandThread> running = List.copyOf(threads.values());
        threads.clear();
        running.forEach(ErrandThread::stop);
        running.forEach(ErrandThread::await);
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
