package io.keyuan.engine.jobs;

import io.keyuan.engine.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives whoever asked for a job the file that came of it. */
@RestController
class JobFileController {

    private final Jobs jobs;
    private final ObjectProvider<JobFile> files;

    JobFileController(Jobs jobs, ObjectProvider<JobFile> files) {
        this.jobs = jobs;
        this.files = files;
    }

    @GetMapping("/api/v1/jobs/{id}/file")
    void get(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        String kind = jobs.get(id).kind();
        JobFile file = files.stream().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow(Problem::notFound);
        Jobs.Described job = jobs.describe(id, kind);
        if (job.file() == null) {
            throw Problem.notFound();
        }
        file.send(job, response);
    }
}
