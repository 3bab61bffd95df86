package io.keyuan.program.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What an earlier run left of its server. A killed program leaves PostgreSQL running, since no one told it to stop; a
 * killed PostgreSQL may leave a pid file whose number meanwhile belongs to someone else.
 *
 * <p>The caller holds the folder's lock, so whatever runs on the cluster has lost its program. It is stopped rather
 * than adopted: the new server then runs with the settings and programs of this release, is a child whose end is
 * noticed, and keeps no transaction or lock of the dead program.
 */
record RunningServers(Cluster cluster) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(10);

    /** Ends every process that works on the cluster and removes a pid file that names none of them. */
    void stop(ServerControl control) throws IOException {
        Path pidFile = cluster.folder().resolve("postmaster.pid");
        Optional<ProcessHandle> postmaster = recorded(pidFile).filter(this::worksOnCluster);
        if (postmaster.isPresent()) {
            control.stop(PATIENCE);
        }
        processes().forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : processes()) {
            awaitEnd(process);
        }
        if (Files.exists(pidFile) && recorded(pidFile).filter(this::worksOnCluster).isEmpty()) {
            Files.delete(pidFile);
        }
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::worksOnCluster).toList();
    }

    private static Optional<ProcessHandle> recorded(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
    }

    /** Every PostgreSQL process has the cluster's folder as its working directory. */
    private boolean worksOnCluster(ProcessHandle process) {
        try {
            Path directory = Path.of("/proc", String.valueOf(process.pid()), "cwd");
            return Files.isSameFile(directory.toRealPath(), cluster.folder());
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private static void awaitEnd(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(LAST_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stuck) {
            throw new IOException("Process " + process.pid() + " of an earlier PostgreSQL does not end", stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
