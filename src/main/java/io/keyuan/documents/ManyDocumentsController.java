package io.keyuan.documents;

import io.keyuan.engine.Access;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.bulk.Chosen;
import io.keyuan.engine.bulk.ChosenRecords;
import io.keyuan.engine.document.DocumentFormat;
import io.keyuan.engine.jobs.Jobs;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Makes documents of many records, by a job. */
@RestController
class ManyDocumentsController {

    /** More than anybody prints in a day. */
    static final int MOST = 500;

    private final Addressed addressed;
    private final Access access;
    private final ChosenRecords records;
    private final Templates templates;
    private final Jobs jobs;
    private final Messages messages;

    ManyDocumentsController(Addressed addressed, Access access, ChosenRecords records, Templates templates, Jobs jobs, Messages messages) {
        this.addressed = addressed;
        this.access = access;
        this.records = records;
        this.templates = templates;
        this.jobs = jobs;
        this.messages = messages;
    }

    /**
     * What somebody asks for.
     *
     * @param filter which records, of a whole list
     * @param ids which records, one by one
     * @param joined whether they become one PDF
     */
    record Wanted(
            @Nullable String filter, @Nullable List<@Nullable String> ids, @Nullable String template, @Nullable String format,
            @Nullable Boolean joined) {}

    @PostMapping("/api/v1/{object}/documents")
    ResponseEntity<Map<String, Object>> make(@PathVariable String object, @RequestBody Wanted wanted) {
        ObjectType type = addressed.object(object);
        if (type.parent() != null) {
            throw Problem.notFound();
        }
        access.requireExport(type);
        DocumentFormat format = DocumentFormat.of(wanted.format());
        boolean joined = Boolean.TRUE.equals(wanted.joined());
        if (joined && format != DocumentFormat.PDF) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("joined", "only-pdf-joined"));
        }
        Chosen chosen = records.read(type, wanted.filter(), wanted.ids());
        Templates.Ready template = templates.ready(type, wanted.template());
        UUID job = jobs.submit(DocumentsJob.KIND, title(type, template), id -> new DocumentsOrder(
                type.name(), ids(type, chosen, id), template.id(), template.name(), format, joined));
        return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(jobs.describe(job));
    }

    private List<UUID> ids(ObjectType type, Chosen chosen, UUID job) {
        if (chosen.ids() != null && chosen.ids().size() > MOST) {
            throw tooMany();
        }
        ChosenRecords.Page page = records.next(type, chosen, job, null, MOST + 1);
        if (page == null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("ids", "which-records"));
        }
        if (page.there().size() > MOST) {
            throw tooMany();
        }
        return chosen.ids() == null ? page.there() : chosen.ids();
    }

    private static Problem tooMany() {
        return Problem.of(ProblemKind.TOO_LARGE, Fault.at("ids", "too-many-documents", MOST));
    }

    private String title(ObjectType type, Templates.Ready template) {
        return messages.plural(Caller.current().locale(), type) + " · " + template.name();
    }
}
