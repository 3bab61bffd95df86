package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;
import static io.keyuan.documents.DocumentTemplate.DOCUMENT_TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestForm;
import io.keyuan.TestTenant;
import io.keyuan.engine.Languages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.document.WordDraft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files are kept with records of any object that is not part of another, by the rights on the record. */
@EveryDefinition
class FilesContractTest {

    private static final TestTenant TENANT = AddedToCompany.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final TestClient NOBODY_OF_OURS = AddedToCompany.freshTenant().administrator();
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);

    private final ObjectType type;
    private final String files;

    FilesContractTest(ObjectType type) {
        this.type = type;
        this.files = path(type, RECORDS.create(type).id()) + "/files";
    }

    /** What may be kept with such a record: of a template its document only. */
    private byte[] content() {
        return type.equals(DOCUMENT_TEMPLATE)
                ? new WordDraft(Languages.ENGLISH, "", "").paragraph("letter").written()
                : "我们的约定".getBytes(StandardCharsets.UTF_8);
    }

    private String name() {
        return type.equals(DOCUMENT_TEMPLATE) ? "合同.docx" : "合同.txt";
    }

    @BeforeEach
    void whatIsPartOfOthersHasNone() {
        if (type.parent() != null) {
            ADMIN.get(files).expect(404);
        }
        Assumptions.assumeTrue(type.parent() == null);
    }

    @Test
    void whoeverChangesTheRecordAddsAndRemovesThem() {
        TestAnswer added = ADMIN.post(files, new TestForm().file(name(), content())).expect(201);
        String file = files + "/" + added.items().getFirst().get("id").asString();

        assertThat(ADMIN.get(files).expect(200).items()).extracting(item -> item.get("name").asString()).containsExactly(name());
        assertThat(ADMIN.bytes(file + "/content")).isEqualTo(content());
        ADMIN.delete(file).expect(204);
        assertThat(ADMIN.get(files).expect(200).items()).isEmpty();
        assertThat(ADMIN.get(files + "?deleted=true").expect(200).items()).hasSize(1);
        ADMIN.get(file + "/content").expect(404);
        ADMIN.post(file + "/restore", Map.of()).expect(200);
        ADMIN.get(file + "/content").expect(200);
    }

    @Test
    void nobodyElseHasToDoWithThem() {
        String file = files + "/" + ADMIN.post(files, new TestForm().file(name(), content())).expect(201).items().getFirst().get("id").asString();
        for (String way : List.of(files, file + "/content", file + "/versions")) {
            NOBODY_OF_OURS.get(way).expect(404);
        }
        NOBODY_OF_OURS.post(files, new TestForm().file("b.txt", "b")).expect(404);
        NOBODY_OF_OURS.post(file + "/versions", new TestForm().file("b.txt", "b")).expect(404);
        NOBODY_OF_OURS.patch(file, Map.of("name", "c.txt")).expect(404);
        NOBODY_OF_OURS.delete(file).expect(404);
    }
}
