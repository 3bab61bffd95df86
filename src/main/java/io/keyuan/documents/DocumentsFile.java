package io.keyuan.documents;

import io.keyuan.engine.Access;
import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.document.DocumentFormat;
import io.keyuan.engine.jobs.JobFile;
import io.keyuan.engine.jobs.Jobs;
import io.keyuan.engine.jobs.StoredFiles;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Hands over what a job has made, by the rights of now: an archive of the documents whose records are still seen, or one PDF with all of
 * them where they all are.
 */
@Component
class DocumentsFile implements JobFile {

    private final ObjectTypes types;
    private final Access access;
    private final Records records;
    private final StoredFiles files;
    private final AuditTrail trail;

    DocumentsFile(ObjectTypes types, Access access, Records records, StoredFiles files, AuditTrail trail) {
        this.types = types;
        this.access = access;
        this.records = records;
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
        DocumentsJob.Account account = Objects.requireNonNull(job.result(DocumentsJob.Account.class));
        ObjectType type = Objects.requireNonNull(types.byName(order.object()));
        access.requireExport(type);
        Set<UUID> seen = records.titles(type, Set.copyOf(order.records())).keySet();
        if (account.joined() && !order.records().stream().allMatch(record -> seen.contains(record) || account.without().contains(record))) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-read"));
        }
        trail.keep(new AuditEvent("documents-downloaded", order.object(), null, order.records(), Map.of(
                "template", order.title(), "job", job.id().toString())));
        String name = DocumentNames.of(order.title(), account.joined() ? DocumentFormat.PDF.code() : "zip");
        response.setContentType(account.joined() ? DocumentFormat.PDF.mediaType() : "application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (InputStream kept = files.open(Objects.requireNonNull(job.file()))) {
            if (account.joined()) {
                kept.transferTo(response.getOutputStream());
            } else {
                zip(kept, seen, response);
            }
        }
    }

    private static void zip(InputStream kept, Set<UUID> seen, HttpServletResponse response) throws IOException {
        Set<String> taken = new HashSet<>();
        var zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8);
        KeptDocuments.each(kept, (record, name, content) -> {
            if (seen.contains(record)) {
                zip.putNextEntry(new ZipEntry(free(name, taken)));
                zip.write(content);
                zip.closeEntry();
            }
        });
        zip.finish();
    }

    /** Two records may be called the same, or differ in what not every system tells apart. */
    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            int dot = name.lastIndexOf('.');
            free = name.substring(0, dot) + " (" + i + ")" + name.substring(dot);
        }
        return free;
    }
}
