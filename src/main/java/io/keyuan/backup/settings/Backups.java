package io.keyuan.backup.settings;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.TenantProfile;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.jobs.Jobs;
import io.keyuan.engine.jobs.StoredFiles;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The backups of the caller's company; administrators only. */
@Service
class Backups {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");

    private final Jobs jobs;
    private final StoredFiles files;
    private final TenantProfile tenant;
    private final TenantSettings settings;

    Backups(Jobs jobs, StoredFiles files, TenantProfile tenant, TenantSettings settings) {
        this.jobs = jobs;
        this.files = files;
        this.tenant = tenant;
        this.settings = settings;
    }

    /** @return the job that takes it */
    UUID take() {
        requireAdministrator();
        String name = tenant.slug() + "-" + MOMENT.format(ZonedDateTime.now(settings.zone())) + ".keyuan.gz";
        return jobs.submit(BackupJob.NAME, "", job -> new BackupJob.Order(name));
    }

    /** The newest first. */
    List<Map<String, @Nullable Object>> list() {
        requireAdministrator();
        return jobs.describeNewest(BackupJob.NAME).stream().map(Backups::view).toList();
    }

    Map<String, @Nullable Object> get(UUID id) {
        requireAdministrator();
        return view(jobs.describe(id, BackupJob.NAME));
    }

    private static Map<String, @Nullable Object> view(Jobs.Described job) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        List.of("id", "state", "progress", "createdAt", "finishedAt", "by").forEach(member -> view.put(member, job.shown().get(member)));
        var outcome = job.result(BackupJob.Outcome.class);
        view.put("name", job.arguments(BackupJob.Order.class).name());
        view.put("rows", outcome == null || !outcome.verified() ? null : outcome.rows());
        view.put("size", outcome == null || !outcome.verified() ? null : outcome.size());
        view.put("verified", outcome != null && outcome.verified());
        view.put("keptUntil", job.keptUntil() == null ? null : job.keptUntil().toString());
        return view;
    }

    /** @throws Problem where it is not complete, or not there any more */
    UUID file(UUID id) {
        requireAdministrator();
        Jobs.Described job = jobs.describe(id, BackupJob.NAME);
        var outcome = job.result(BackupJob.Outcome.class);
        var note = job.checkpoint(BackupJob.Note.class);
        if (outcome == null || !outcome.verified() || note == null || files.info(note.file()) == null) {
            throw Problem.notFound();
        }
        return note.file();
    }

    /** @throws Problem where it is still being taken */
    void delete(UUID id) {
        requireAdministrator();
        jobs.forget(id, BackupJob.NAME);
    }

    private static void requireAdministrator() {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-back-up"));
        }
    }
}
