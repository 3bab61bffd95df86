package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import io.keyuan.engine.jobs.JobRun;
import io.keyuan.engine.tables.FailureWriter;
import io.keyuan.engine.tables.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Keeps the rows that failed as they came, each with its line and the reasons, so that they can be mended and brought again.
 */
final class FailureLog {

    private final JobRun run;
    private final String name;
    private final List<String> headers;
    private final List<String> reasonHeaders;
    private final Plan plan;
    private final Messages messages;

    FailureLog(JobRun run, String name, List<String> headers, List<String> reasonHeaders, Plan plan, Messages messages) {
        this.run = run;
        this.name = name.replaceFirst("\\.[^.]*$", "") + ".failures.csv";
        this.headers = headers;
        this.reasonHeaders = reasonHeaders;
        this.plan = plan;
        this.messages = messages;
    }

    /** Writes the failed ones among these. */
    void write(List<Candidate> candidates) {
        List<Candidate> failed = candidates.stream().filter(candidate -> !candidate.faults().isEmpty()).toList();
        if (failed.isEmpty()) {
            return;
        }
        var bytes = new ByteArrayOutputStream();
        try (FailureWriter writer = run.hasFailures()
                ? FailureWriter.resume(bytes, headers, reasonHeaders)
                : FailureWriter.open(bytes, headers, reasonHeaders)) {
            failed.forEach(candidate -> writer.write(candidate.row(), reasons(candidate)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        run.appendFailures(name, bytes.toByteArray());
    }

    private List<String> reasons(Candidate candidate) {
        Locale language = Caller.current().locale();
        String why = candidate.faults().stream().map(fault -> words(fault, candidate.row(), language)).distinct().collect(Collectors.joining("; "));
        return List.of(Long.toString(candidate.row().line()), why);
    }

    private String words(Fault fault, Row row, Locale language) {
        String what = messages.text(language, "fault." + fault.code(), fault.args().toArray());
        return fault.path().isEmpty() ? what : messages.text(language, "import.failure.at", place(fault, row, language), what);
    }

    private String place(Fault fault, Row row, Locale language) {
        Attribute<?> attribute = plan.type().find(fault.path());
        return plan.rule(fault, row).map(rule -> rule.source().name()).orElseGet(() -> attribute == null ? fault.path() : messages.label(language, attribute));
    }
}
