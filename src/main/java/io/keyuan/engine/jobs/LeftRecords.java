package io.keyuan.engine.jobs;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Records;
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

/** Lists the records that a job left as they were, each with the reason, as a file to be looked through. */
@Component
public class LeftRecords {

    private final Records records;
    private final Messages messages;

    LeftRecords(Records records, Messages messages) {
        this.records = records;
        this.messages = messages;
    }

    /**
     * What the file is.
     *
     * @param name with its ending
     * @param words the beginning of the keys of its columns' headings
     */
    public record File(String name, String words) {}

    public void write(JobRun run, File file, ObjectType type, Map<UUID, List<Fault>> left) {
        if (left.isEmpty()) {
            return;
        }
        Locale language = Caller.current().locale();
        Map<UUID, String> titles = records.titles(type, left.keySet());
        var bytes = new ByteArrayOutputStream();
        try (TableWriter writer = open(run, file, bytes, language)) {
            left.forEach((id, why) -> writer.write(
                    List.of(messages.label(language, type), titles.getOrDefault(id, ""), id.toString(), words(type, why, language))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        run.appendFailures(file.name(), bytes.toByteArray());
    }

    private TableWriter open(JobRun run, File file, ByteArrayOutputStream bytes, Locale language) throws IOException {
        if (run.hasFailures()) {
            return TableWriter.safeResume(bytes);
        }
        TableWriter begun = TableWriter.safe(bytes);
        begun.write(Stream.of("object", "title", "id", "reason").map(column -> messages.text(language, file.words() + column)).toList());
        return begun;
    }

    private String words(ObjectType type, List<Fault> why, Locale language) {
        return why.stream().map(fault -> words(type, fault, language)).distinct().collect(Collectors.joining("; "));
    }

    /** With the attribute it is about: "required" alone says nothing. */
    private String words(ObjectType type, Fault fault, Locale language) {
        String reason = messages.text(language, "fault." + fault.code(), fault.args().toArray());
        Attribute<?> attribute = type.find(fault.path());
        return attribute == null ? reason : messages.text(language, "job.reason-at", messages.label(language, attribute), reason);
    }
}
