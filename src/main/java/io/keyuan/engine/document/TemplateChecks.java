package io.keyuan.engine.document;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks through a template before it is kept, so that whoever wrote it learns what is wrong with it and not whoever uses it. */
@Component
public class TemplateChecks {

    /** In bytes. */
    private static final long LARGEST = 10L << 20;

    /** More at once nobody mends. */
    private static final int MOST_FAULTS = 20;

    private final DocumentProgram program;
    private final MergeFields fields;

    TemplateChecks(DocumentProgram program, MergeFields fields) {
        this.program = program;
        this.fields = fields;
    }

    /** @throws Problem where it is no template for records of this object, with everything that is wrong and where */
    public void check(ObjectType type, Path template) throws IOException {
        if (Files.size(template) > LARGEST) {
            throw Problem.of(ProblemKind.TOO_LARGE, Fault.at("file", "file-too-large", LARGEST >> 20));
        }
        List<Fault> faults = faults(type, program.read(Files.readAllBytes(template)).places());
        if (!faults.isEmpty()) {
            throw new Problem(ProblemKind.RULE_BROKEN, faults.subList(0, Math.min(MOST_FAULTS, faults.size())), Map.of());
        }
    }

    private List<Fault> faults(ObjectType type, List<AskedFor.Place> places) {
        List<Fault> malformed = places.stream().filter(place -> !place.fault().isEmpty()).map(place -> fault(place, place.fault(), "template-field-malformed".equals(place.fault()) ? "{{name}}" : null)).toList();
        return malformed.isEmpty() ? fields.asked(type, places).stream().flatMap(asked -> fault(type, asked).stream()).toList() : malformed;
    }

    private Optional<Fault> fault(ObjectType type, Asked asked) {
        Meaning meaning = asked.meaning();
        if (meaning == null) {
            String near = fields.near(type, asked.lines(), asked.path());
            return Optional.of(fault(asked.place(), near == null ? "template-field-unknown" : "template-field-unknown-near", near));
        }
        boolean asWords = !meaning.isText() && asked.place().tag().kind() == Tag.Kind.VALUE;
        boolean inLines = meaning.isLines() && asked.lines() != null;
        return asWords || inLines || !meaning.isText() && !meaning.isLines()
                ? Optional.of(fault(asked.place(), "template-field-lines", "{{#" + asked.path() + "}} … {{/" + asked.path() + "}}"))
                : Optional.empty();
    }

    private static Fault fault(AskedFor.Place place, String code, @Nullable String more) {
        List<Object> args = new ArrayList<>(List.of(place.written(), place.paragraph(), place.excerpt()));
        if (more != null) {
            args.add(more);
        }
        return new Fault("file", code, args);
    }
}
