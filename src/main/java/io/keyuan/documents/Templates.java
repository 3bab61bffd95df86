package io.keyuan.documents;

import static io.keyuan.documents.DocumentTemplate.DOCUMENT_TEMPLATE;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Languages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.Row;
import io.keyuan.engine.document.DocumentFormat;
import io.keyuan.engine.document.Documents;
import io.keyuan.engine.document.TemplateChecks;
import io.keyuan.engine.file.FileCheck;
import io.keyuan.engine.file.KeptFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The company's templates as documents are made of them, and what may become the file of one. */
@Component
class Templates implements FileCheck {

    private final Records records;
    private final ObjectTypes types;
    private final ObjectProvider<KeptFiles> files;
    private final TemplateChecks checks;

    Templates(Records records, ObjectTypes types, ObjectProvider<KeptFiles> files, TemplateChecks checks) {
        this.records = records;
        this.types = types;
        this.files = files;
        this.checks = checks;
    }

    /** @param name what people call it */
    record Ready(UUID id, String name, ObjectType type, Documents.Template content) {}

    /** @throws Problem where there is none for records of this object, or it has no file yet */
    Ready ready(ObjectType type, @Nullable String id) {
        Row template = records.get(DOCUMENT_TEMPLATE, id(id));
        if (!type.equals(type(template)) || !Boolean.TRUE.equals(told(template, DOCUMENT_TEMPLATE.active))) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("template", "template-not-for-these"));
        }
        UUID record = Objects.requireNonNull(template.get(DOCUMENT_TEMPLATE.id));
        KeptFiles.Content content = files.getObject().newest(DOCUMENT_TEMPLATE, record, DocumentFormat.DOCX.mediaType());
        if (content == null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("template", "template-without-file"));
        }
        return new Ready(
                record, Objects.requireNonNull(template.get(DOCUMENT_TEMPLATE.name)), type,
                new Documents.Template(content.hash(), content.bytes(), told(template, DOCUMENT_TEMPLATE.language) instanceof Choice choice ? language(choice) : language(null)));
    }

    private static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException noId) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("template", "bad-id"));
        }
    }

    private static Locale language(@Nullable Choice choice) {
        return switch (choice == null ? "" : choice.code()) {
            case "zhCn" -> Languages.SIMPLIFIED_CHINESE;
            case "zhTw" -> Languages.TRADITIONAL_CHINESE;
            case "en" -> Languages.ENGLISH;
            default -> Languages.closest(Caller.current().locale());
        };
    }

    /** For whose records it is; null where the program knows none, and where the caller may not know. */
    @Nullable ObjectType type(Row template) {
        return told(template, DOCUMENT_TEMPLATE.object) instanceof Choice object ? types.byPath(object.code()) : null;
    }

    /** What the caller reads of it, be it a part; null where that is nothing. */
    private static @Nullable Object told(Row template, Attribute<?> attribute) {
        int at = template.attributes().indexOf(attribute);
        return at < 0 ? null : template.values()[at];
    }

    @Override
    public void check(ObjectType type, UUID record, Path content) throws IOException {
        if (type.equals(DOCUMENT_TEMPLATE)) {
            ObjectType of = type(records.get(DOCUMENT_TEMPLATE, record));
            if (of == null) {
                throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("object", "template-of-nothing"));
            }
            checks.check(of, content);
        }
    }
}
