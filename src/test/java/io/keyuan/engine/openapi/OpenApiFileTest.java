package io.keyuan.engine.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.Definitions;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The committed document is that of a new tenant, in English. */
class OpenApiFileTest {

    private static final Path FILE = Path.of("docs/api/openapi.yaml");
    private static final String REGENERATE = "mvn test -Dtest=OpenApiFileTest -Dopenapi.write=true";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS, YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private final JsonNode document = JSON.valueToTree(
            new OpenApi(Definitions.all(), new Messages()).document(Languages.ENGLISH, OpenApiFileTest::ofANewTenant, attribute -> false));

    private static List<ChoiceList.Item> ofANewTenant(Attribute<?> attribute) {
        return ChoiceList.first(attribute).items();
    }

    @Test
    void theCommittedFileIsWhatTheDefinitionsSay() throws IOException {
        String written = YAML.writeValueAsString(document);
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(FILE, written);
        }

        assertThat(Files.readString(FILE)).as("regenerate it: " + REGENERATE).isEqualTo(written);
        assertThat(YAML.readTree(written).toString()).as("what YAML reads").isEqualTo(document.toString());
    }

    @Test
    void aParserOfOpenApiFindsNothingWrong() {
        var options = new ParseOptions();
        options.setResolve(true);

        var parsed = new OpenAPIV3Parser().readContents(JSON.writeValueAsString(document), null, options);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).hasSizeGreaterThan(60).containsKey("/api/v1/opportunities/{id}");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
    }

    @Test
    void everySharedPartIsUsed() {
        Set<String> used = new HashSet<>(document.findValuesAsString("$ref"));

        for (String kind : List.of("schemas", "parameters", "headers")) {
            document.at("/components/" + kind).propertyNames().forEach(
                    name -> assertThat(used).contains("#/components/" + kind + "/" + name));
        }
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        List<String> names = document.findValuesAsString("operationId");

        assertThat(names).doesNotHaveDuplicates().contains(
                "listOpportunities", "createOpportunity", "getOpportunity", "updateOpportunity", "deleteOpportunity", "restoreOpportunity",
                "listOpportunityHistory", "aggregateOpportunities", "batchOpportunities", "listContactLogs", "inviteUser", "signIn");
    }

    @Test
    void everyExampleFitsItsSchema() {
        List<String> wrong = new ArrayList<>();
        document.get("paths").forEachEntry((path, operations) -> operations.forEachEntry((method, operation) ->
                operation.at("/requestBody/content").forEach(content -> validate(content).forEach(
                        error -> wrong.add(method + " " + path + ": " + error)))));

        assertThat(wrong).isEmpty();
    }

    /** A schema of the document with all others beside it, so that its references are found. */
    private List<String> validate(JsonNode content) {
        var whole = JSON.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("allOf", JSON.createArrayNode().add(content.get("schema")));
        whole.set("components", document.get("components"));
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
        return schema.validate(content.get("example").toString(), InputFormat.JSON).stream().map(Object::toString).toList();
    }

    @Test
    void everyObjectHasExamples() {
        var examples = new Examples();

        assertThat(Definitions.all().all()).allSatisfy(type -> {
            assertThat(examples.create(type)).as("src/main/resources/api/examples/" + type.name() + ".json").containsKey("externalId");
            assertThat(examples.patch(type)).as(type.name()).isNotEmpty();
            assertThat(examples.batch(type)).as(type.name()).isNotEmpty();
        });
    }

    @Test
    void anExamplePointsOnlyToRecordsThatEarlierExamplesMade() {
        Set<String> made = new HashSet<>();
        document.get("paths").forEachEntry((path, operations) -> {
            JsonNode example = operations.at("/post/requestBody/content/application~1json/example");
            if (path.matches("/api/v1/[a-z-]+") && example.has("externalId")) {
                List<String> wanted = new ArrayList<>(example.findValuesAsString("externalId"));
                wanted.remove(example.get("externalId").asString());
                assertThat(made).as(path).containsAll(wanted);
                made.add(example.get("externalId").asString());
            }
        });
        assertThat(made).hasSameSizeAs(Definitions.all().all());
    }

    @Test
    void aTenantsOwnChoicesAreInItsDocument() {
        var item = new ChoiceList.Item("signed", null, Map.of("zh-CN", "签约"), null, true, false, null);

        Map<String, Object> own = new OpenApi(Definitions.all(), new Messages())
                .document(Languages.SIMPLIFIED_CHINESE, attribute -> List.of(item), attribute -> false);

        JsonNode stage = JSON.<JsonNode>valueToTree(own).at("/components/schemas/Opportunity/properties/stage");
        assertThat(stage.get("enum").toString()).isEqualTo("[\"signed\"]");
        assertThat(stage.get("title").asString()).isEqualTo("销售阶段");
        assertThat(stage.get("description").asString()).isEqualTo("`signed` 签约");
    }
}
