package io.keyuan.engine.undo;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Records;
import io.keyuan.engine.jobs.JobRun;
import io.keyuan.engine.tables.TableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lists the records that stay as they are, each with the reason, as a file to be looked through. */
@Component
class Kept {

    private static final String NAME = "kept.csv";

    private final Records records;
    private final Messages messages;

    Kept(Records records, Messages messages) {
        this.records = records;
        this.messages = messages;
    }

    void write(JobRun run, ObjectType type, Map<UUID, Refusal> left) {
        if (left.isEmpty()) {
            return;
        }
        Locale language = Caller.current().locale();
        Map<UUID, String> titles = records.titles(type, left.keySet());
        var bytes = new ByteArrayOutputStream();
        try (TableWriter writer = open(run, bytes, language)) {
            left.forEach((id, refusal) -> writer.write(List.of(
                    messages.label(language, type), titles.getOrDefault(id, ""), id.toString(), words(refusal.why(), language))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        run.appendFailures(NAME, bytes.toByteArray());
    }

    private TableWriter open(JobRun run, ByteArrayOutputStream bytes, Locale language) throws IOException {
        if (run.hasFailures()) {
            return TableWriter.safeResume(bytes);
        }
        TableWriter begun = TableWriter.safe(bytes);
        begun.write(Stream.of("object", "title", "id", "reason").map(column -> messages.text(language, "undo.kept." + column)).toList());
        return begun;
    }

    private String words(List<Fault> why, Locale language) {
        return why.stream()
                .map(fault -> messages.text(language, "fault." + fault.code(), fault.args().toArray()))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
