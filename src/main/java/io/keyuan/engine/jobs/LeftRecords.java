package io.keyuan.engine.jobs;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Records;
import io.keyuan.engine.Right;
import io.keyuan.engine.tables.TableWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records that a job left as they were, each with the reason. What is kept are ids and reasons without words; the file
 * people look through is made of them when somebody asks, in that person's language and with the titles they may see then.
 */
@NamedInterface("jobs")
@Component
public class LeftRecords {

    /** Records whose titles are looked up together. */
    private static final int TOGETHER = 500;
    /** Of more, people take the file. */
    private static final int SHOWN = 100;

    private final Records records;
    private final ObjectTypes types;
    private final Access access;
    private final Messages messages;
    private final JsonMapper json;

    LeftRecords(Records records, ObjectTypes types, Access access, Messages messages, JsonMapper json) {
        this.records = records;
        this.types = types;
        this.access = access;
        this.messages = messages;
        this.json = json;
    }

    /**
     * What the file is.
     *
     * @param name with its ending
     * @param words the beginning of the keys of its columns' headings
     */
    @NamedInterface("jobs")
    public record File(String name, String words) {}

    /** One record, as a line of what is kept. */
    private record Left(String object, UUID id, List<Fault> why) {}

    public void write(JobRun run, File file, ObjectType type, Map<UUID, List<Fault>> left) {
        if (!left.isEmpty()) {
            String lines = left.entrySet().stream()
                    .map(each -> json.writeValueAsString(new Left(type.name(), each.getKey(), each.getValue())) + "\n")
                    .collect(Collectors.joining());
            run.appendFailures(file.name(), lines.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * One record to a reader.
     *
     * @param object by its address; as it was written where the program does not know it any more
     * @param title null where the reader does not see the record
     * @param reason in words
     */
    record Told(String object, UUID id, @Nullable String title, String reason) {}

    /**
     * The first of them.
     *
     * @param more whether there are others behind them
     */
    record First(List<Told> items, boolean more) {

        static final First NONE = new First(List.of(), false);
    }

    /** @param kept what was written; it is read as far as needed */
    First first(InputStream kept) throws IOException {
        Locale language = Caller.current().locale();
        try (var lines = new BufferedReader(new InputStreamReader(kept, StandardCharsets.UTF_8))) {
            List<Left> page = page(lines, SHOWN + 1);
            List<Left> shown = page.subList(0, Math.min(SHOWN, page.size()));
            Map<UUID, String> titles = titles(shown);
            return new First(shown.stream().map(left -> told(left, titles, language)).toList(), page.size() > SHOWN);
        }
    }

    private Told told(Left left, Map<UUID, String> titles, Locale language) {
        ObjectType type = types.byName(left.object());
        return new Told(type == null ? left.object() : type.path(), left.id(), titles.get(left.id()), reason(type, left, language));
    }

    /** @param kept what was written, all of it */
    void tell(File file, InputStream kept, OutputStream out) throws IOException {
        Locale language = Caller.current().locale();
        try (var lines = new BufferedReader(new InputStreamReader(kept, StandardCharsets.UTF_8)); TableWriter writer = TableWriter.safe(out)) {
            writer.write(Stream.of("object", "title", "id", "reason").map(column -> messages.text(language, file.words() + column)).toList());
            for (List<Left> page = page(lines, TOGETHER); !page.isEmpty(); page = page(lines, TOGETHER)) {
                Map<UUID, String> titles = titles(page);
                page.forEach(left -> writer.write(row(left, titles, language)));
            }
        }
    }

    private List<Left> page(BufferedReader lines, int most) throws IOException {
        List<Left> page = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = page.size() < most ? lines.readLine() : null) {
            page.add(json.readValue(line, Left.class));
        }
        return page;
    }

    /** With one query for each object. */
    private Map<UUID, String> titles(List<Left> page) {
        Map<ObjectType, Set<UUID>> wanted = new HashMap<>();
        for (Left left : page) {
            ObjectType type = types.byName(left.object());
            if (type != null && access.may(Right.READ, type)) {
                wanted.computeIfAbsent(type, any -> new HashSet<>()).add(left.id());
            }
        }
        Map<UUID, String> titles = new HashMap<>();
        wanted.forEach((type, ids) -> titles.putAll(records.titles(type, ids)));
        return titles;
    }

    private List<String> row(Left left, Map<UUID, String> titles, Locale language) {
        ObjectType type = types.byName(left.object());
        String object = type == null ? left.object() : messages.label(language, type);
        return List.of(object, titles.getOrDefault(left.id(), ""), left.id().toString(), reason(type, left, language));
    }

    private String reason(@Nullable ObjectType type, Left left, Locale language) {
        return type == null ? codes(left.why()) : words(type, left.why(), language);
    }

    /** Of an object the program does not know any more. */
    private static String codes(List<Fault> why) {
        return why.stream().map(Fault::code).distinct().collect(Collectors.joining("; "));
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
