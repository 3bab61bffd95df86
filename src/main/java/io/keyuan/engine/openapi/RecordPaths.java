package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;

import io.keyuan.engine.Capability;
import io.keyuan.engine.Command;
import io.keyuan.engine.Messages;
import io.keyuan.engine.FileFormat;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What can be done with the records of one object. */
final class RecordPaths {

    private final ObjectType type;
    private final Examples examples;
    private final Messages messages;
    private final Locale language;
    private final String name;
    private final String plural;
    private final String tag;

    RecordPaths(ObjectType type, Examples examples, Messages messages, Locale language) {
        this.type = type;
        this.examples = examples;
        this.messages = messages;
        this.language = language;
        this.name = RecordSchemas.name(type);
        this.plural = Arrays.stream(type.path().split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        this.tag = type.path();
    }

    Map<String, Object> described() {
        String base = "/api/v1/" + type.path();
        Map<String, Object> paths = object(
                base, object("get", listed(), "post", created()),
                base + "/{id}", object("get", read(), "patch", changed(), "delete", deleted()),
                base + "/{id}/restore", object("post", restored()),
                base + "/{id}/history", object("get", history()),
                base + "/{id}/overview", object("get", overview()),
                base + "/aggregate", object("get", aggregated()),
                base + "/export", object("get", exported(), "post", exportedOrKept()),
                base + "/batch", object("post", batch()));
        if (type.parent() == null) {
            paths.put(base + "/bulk", object("post", bulk()));
            paths.putAll(new FilePaths(type, name).described());
            paths.putAll(new DocumentPaths(type, name, plural).described());
        }
        if (type.completeness() != null) {
            paths.put(base + "/quality", object("get", quality()));
        }
        if (type.sameness() != null) {
            paths.putAll(new DuplicatePaths(type, plural).described());
        }
        if (type.can(Capability.MERGEABLE)) {
            paths.putAll(new MergePaths(type, plural).described());
        }
        if (type.can(Capability.TIMELINE)) {
            paths.putAll(new TimelinePaths(type, name).described());
        }
        paths.putAll(new SharePaths(type, name).described());
        paths.putAll(new AttributePaths(type, name).described());
        paths.putAll(new LayoutPaths(type, name).described());
        if (type.owner() != null) {
            paths.putAll(new AssignPaths(type, name, plural).described());
        }
        type.commands().forEach(command -> paths.put(base + "/{id}/" + command.path(), object("post", command(command))));
        return paths;
    }

    private Map<String, Object> listed() {
        return operation("list" + plural, "A page of records")
                .takes("Filter", "Sort", "Limit", "Page", "Fields", "Count", "Deleted", "AsOf", "May")
                .answers(200, "The page.", schema(name + "Page"))
                .fails(ProblemKind.MALFORMED)
                .described();
    }

    private Map<String, Object> created() {
        return operation("create" + name, "Create a record")
                .takes("IdempotencyKey")
                .query("duplicates", DuplicatePaths.ALLOW, false, DuplicatePaths.allow())
                .body(schema(name + "Create"), examples.create(type))
                .answers(201, "The record.", schema(name), "ETag", "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.DUPLICATE, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> read() {
        return operation("get" + name, "One record")
                .takes("Id", "Deleted", "AsOf")
                .answers(200, "The record.", schema(name), "ETag")
                .answers(308, "The address of the record it has become. Every other address below this one leads on in the same way.")
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> changed() {
        return operation("update" + name, "Change a record")
                .says("A merge patch (RFC 7386): what is absent stays, null empties. Rows of a list are replaced as a whole; those with an id are kept.")
                .takes("Id", "IfMatch")
                .query("duplicates", DuplicatePaths.ALLOW, false, DuplicatePaths.allow())
                .body(schema(name + "Patch"), examples.patch(type))
                .answers(200, "The record.", schema(name), "ETag")
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.DUPLICATE, ProblemKind.STALE, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private Map<String, Object> deleted() {
        return operation("delete" + name, "Move a record to the recycle bin")
                .takes("Id", "IfMatchOptional")
                .answers(204, "Done.")
                .fails(ProblemKind.NOT_FOUND, ProblemKind.CONFLICT, ProblemKind.STALE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> restored() {
        return operation("restore" + name, "Bring a record back from the recycle bin")
                .takes("Id")
                .answers(200, "The record.", schema(name), "ETag")
                .fails(ProblemKind.NOT_FOUND, ProblemKind.CONFLICT, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> history() {
        return operation("list" + name + "History", "What happened to a record, newest first")
                .takes("Id", "Page")
                .answers(200, "The entries.", schema("HistoryPage"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> overview() {
        return operation("overview" + name, "A record and what stands beside it on its page, in one answer")
                .says("The record, also one in the recycle bin; the newest records of each kind that point to it, and those still open that are due first with "
                        + "their number and worth; what is best done next; what the caller may do with it; and where it has them, the first page of its timeline, who follows it, to whom "
                        + "it was given, whom it belonged to and its files, as their own addresses tell it.")
                .takes("Id")
                .query("parts", "`record`, `related`, `open`, `advice`, `rights`, `timeline`, `followers`, `shares`, `owners`, `files`, separated by commas; all by default.", false, text())
                .answers(200, "The parts that the record has.", schema("Overview"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> aggregated() {
        return operation("aggregate" + plural, "Figures of groups of records")
                .query("group", "Attributes to group by, separated by commas; through up to three references or lines with dots "
                        + "(`owner.department`; `lines.kind`: a record counts once for each kind), by a period with a colon "
                        + "(`createdAt:month`; day, week, month, quarter, year).", false, text())
                .query("measure", "`count`, `sum(amount)` and the like, separated by commas.", false, object("type", "string", "default", "count"))
                .takes("Filter")
                .answers(200, "The groups. `restricted` says that records were left out which the caller may not see.", schema("Groups"))
                .fails(ProblemKind.MALFORMED)
                .described();
    }

    private Map<String, Object> quality() {
        return operation("qualityOf" + plural, "How complete and how fresh records are")
                .says("Of what the caller may read. What counts for completeness is an attribute like others (`completeness`, in percent), by which "
                        + "lists are filtered and figures grouped.")
                .takes("Filter")
                .query("staleAfter", "After how many days without a change a record is stale.", false, object("type", "integer", "minimum", 1, "maximum", 3650, "default", 180))
                .answers(200, "The figures, and what is missing, most often first.", schema("Quality"))
                .fails(ProblemKind.MALFORMED)
                .described();
    }

    private static final String FILE = "Every column as people call it, in the caller's language. Names of records that several share, choices and "
            + "amounts are written so that an import of the file finds the same again; texts that a spreadsheet would take for formulas "
            + "stand behind an apostrophe, which an import takes away.";

    private Map<String, Object> exported() {
        return operation("export" + plural, "A list of up to 10,000 records as a file")
                .says(FILE + " Of more records the answer is 413, and a job has to do it.")
                .query("format", "What kind of file.", false, object("type", "string", "enum", FileFormat.of(type).stream().map(FileFormat::code).toList(), "default", "csv"))
                .takes("Filter", "Sort", "Fields")
                .query("bom", "Whether a CSV begins with a byte order mark, by which Excel knows UTF-8.", false, object("type", "boolean", "default", true))
                .answersFile(200, "The file, of the kind that was asked for.", "text/csv")
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE)
                .described();
    }

    private Map<String, Object> exportedOrKept() {
        return operation("startExportOf" + plural, "A list of any length as a file, at once or by a job")
                .says(FILE + " Up to 10,000 records are answered at once. Of more a job keeps them; its `file` is the address of the file, for "
                        + "whoever asked, until `fileUntil`.")
                .body(
                        optional(
                                "format", object("type", "string", "enum", FileFormat.of(type).stream().map(FileFormat::code).toList(), "default", "csv"),
                                "filter", text(), "ids", list(text("uuid")), "sort", text(), "fields", text(),
                                "bom", object("type", "boolean", "default", true)),
                        object("format", "csv", "fields", "id," + type.title().name()))
                .answersFile(200, "The file, of the kind that was asked for.", "text/csv")
                .answers(202, "The job that does it.", schema("Job"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .described();
    }

    private Map<String, Object> batch() {
        return operation("batch" + plural, "Create, change and delete up to 10,000 records")
                .says("Each row has a result of its own, in the order create, update, delete; with `atomic` all succeed or none.")
                .query("duplicates", DuplicatePaths.ALLOW, false, DuplicatePaths.allow())
                .body(
                        optional(
                                "create", list(schema(name + "Create")),
                                "update", list(schema("BatchRow")),
                                "delete", list(schema("BatchRow")),
                                "atomic", object("type", "boolean", "default", false)),
                        examples.batch(type))
                .answers(200, "A result for each row.", schema("BatchResults"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.CONFLICT, ProblemKind.STALE, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> bulk() {
        return operation("bulk" + plural, "Give many records the same values, or delete them")
                .says("Those of a `filter` or of `ids`, up to 10,000. Either `update` has the values (null empties) or `delete` is true. "
                        + "With `dryRun` the job only tells how many would change, and why the others would not.")
                .body(
                        optional(
                                "filter", text(), "ids", list(text("uuid")), "update", schema(name + "Patch"),
                                "delete", object("type", "boolean", "default", false),
                                "dryRun", object("type", "boolean", "default", false)),
                        object("filter", "", "update", examples.patch(type), "dryRun", true))
                .answers(202, "The job that does it.", schema("Job"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> command(Command command) {
        return operation(command.name() + name, messages.text(language, type.name() + ".command." + command.name()))
                .says("Where it makes records that are like others, it is answered with those (409), unless `duplicates` is `allow`; to take one of those instead, name it by the attribute that comes to point to it.")
                .takes("Id")
                .query("duplicates", "Whoever knows of records like those that it makes.", false, object("type", "string", "enum", List.of("allow")))
                .answers(200, "What the command has to tell.", object("type", "object", "additionalProperties", true))
                .answers(204, "Done.")
                .fails(ProblemKind.NOT_FOUND, ProblemKind.CONFLICT, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Operation operation(String id, String summary) {
        return new Operation(tag, id, summary);
    }
}
