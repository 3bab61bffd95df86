package io.keyuan.engine.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Makes documents of records: whatever the caller may not read stays empty in them, and is told beside. */
@Component
public class Documents {

    private static final int REMEMBERED = 200;

    private final DocumentProgram program;
    private final MergeFields fields;
    private final FieldValues values;

    /** What a template asks for does not change, for it is known by the hash of its bytes. */
    private final Cache<String, AskedFor> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Documents(DocumentProgram program, MergeFields fields, FieldValues values) {
        this.program = program;
        this.fields = fields;
        this.values = values;
    }

    /**
     * Of what documents are made.
     *
     * @param hash of the content
     * @param language in which values are written
     */
    public record Template(String hash, byte[] content, Locale language) {}

    /** @param left what stays empty in it though there may be something */
    public record Made(byte[] content, List<LeftEmpty> left) {}

    /**
     * @throws Problem where the record is not there for the caller, or nothing can be made of the template
     */
    public Made make(ObjectType type, UUID record, Template template, DocumentFormat format) {
        Supplier<Made> made = makeEach(type, List.of(record), template, format).get(record);
        if (made == null) {
            throw Problem.notFound();
        }
        return made.get();
    }

    /**
     * The same of several records, whose values are read together; each is made when it is asked for.
     *
     * @return by record, without those that are not there for the caller
     */
    public Map<UUID, Supplier<Made>> makeEach(ObjectType type, List<UUID> records, Template template, DocumentFormat format) {
        AskedFor wanted = known.get(template.hash(), any -> program.read(template.content()));
        Map<UUID, Filled> filled = values.of(type, records, fields.asked(type, wanted.places()), template.language());
        Map<UUID, Supplier<Made>> made = new LinkedHashMap<>();
        filled.forEach((id, each) -> made.put(id, () -> new Made(program.make(format, template.content(), each.values()), each.left())));
        return made;
    }

    /** PDFs one behind the other. */
    public byte[] join(List<byte[]> documents) {
        return program.join(documents);
    }
}
