package io.keyuan.documents;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.document.DocumentFormat;
import io.keyuan.engine.jobs.JobFile;
import io.keyuan.engine.jobs.Jobs;
import io.keyuan.engine.jobs.StoredFiles;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Hands over what a job has made: an archive of documents, or one PDF with all of them. */
@Component
class DocumentsFile implements JobFile {

    private final StoredFiles files;
    private final AuditTrail trail;

    DocumentsFile(StoredFiles files, AuditTrail trail) {
        this.files = files;
        this.trail = trail;
    }

    @Override
    public String kind() {
        return DocumentsJob.KIND;
    }

    @Override
    public void send(Jobs.Described job, HttpServletResponse response) throws IOException {
        DocumentsOrder order = job.arguments(DocumentsOrder.class);
        trail.keep(new AuditEvent("documents-downloaded", order.object(), null, order.records(), Map.of(
                "template", order.title(), "job", job.id().toString())));
        String name = order.joined() ? DocumentNames.of(order.title(), DocumentFormat.PDF) : DocumentNames.of(order.title(), DocumentFormat.PDF).replaceFirst("pdf$", "zip");
        response.setContentType(order.joined() ? DocumentFormat.PDF.mediaType() : "application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (InputStream kept = files.open(Objects.requireNonNull(job.file()))) {
            if (order.joined()) {
                kept.transferTo(response.getOutputStream());
            } else {
                zip(kept, response);
            }
        }
    }

    private static void zip(InputStream kept, HttpServletResponse response) throws IOException {
        Set<String> taken = new HashSet<>();
        var zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8);
        KeptDocuments.each(kept, (name, content) -> {
            zip.putNextEntry(new ZipEntry(free(name, taken)));
            zip.write(content);
            zip.closeEntry();
        });
        zip.finish();
    }

    /** Two records may be called the same. */
    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            int dot = name.lastIndexOf('.');
            free = name.substring(0, dot) + " (" + i + ")" + name.substring(dot);
        }
        return free;
    }
}
