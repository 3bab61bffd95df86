package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.array;
import static io.keyuan.engine.openapi.Json.object;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The API as an OpenAPI 3.1 document, the same every time for the same definitions and choices. */
@Component
public final class OpenApi {

    private static final String DESCRIPTION = """
            Records of every object are listed, read and changed alike. Decimals and amounts are strings, so that nothing is lost; \
            dates are days without a zone, times are RFC 3339. Every answer carries `X-Request-Id`. Whatever goes wrong is answered \
            as `application/problem+json` in the language of the signed-in person, else of `Accept-Language`.""";

    private final ObjectTypes types;
    private final Messages messages;

    public OpenApi(ObjectTypes types, Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    /** The objects the document is about, and the requests it shows for each. */
    private record Shown(List<ObjectType> inOrder, Examples examples) {}

    /**
     * @param language of titles and of choices' labels; descriptions are in English
     * @param choices of each choice attribute, in order
     * @param hidden the attributes that the reader is not to hear of
     * @return JSON as maps, lists, strings, numbers and booleans
     */
    public Map<String, Object> document(
            Locale language, Function<Attribute<?>, List<ChoiceList.Item>> choices, Predicate<Attribute<?>> hidden) {
        return document(language, choices, hidden, type -> false);
    }

    /** @param unmentioned the objects that the reader is not to hear of */
    public Map<String, Object> document(
            Locale language, Function<Attribute<?>, List<ChoiceList.Item>> choices, Predicate<Attribute<?>> hidden, Predicate<ObjectType> unmentioned) {
        var examples = new Examples();
        var shown = new Shown(new ReferenceOrder(types, examples).sorted().stream().filter(unmentioned.negate()).toList(), examples);
        return object(
                "openapi", "3.1.0",
                "info", object(
                        "title", "Keyuan", "version", "1", "description", DESCRIPTION,
                        "license", object("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers", array(object("url", "/")),
                "security", array(object("token", List.of()), object("session", List.of(), "csrf", List.of())),
                "tags", tags(language, shown),
                "paths", paths(language, shown),
                "components", object(
                        "schemas", schemas(new RecordSchemas(types, messages, language, choices, hidden), shown),
                        "parameters", SharedParts.parameters(),
                        "headers", SharedParts.headers(),
                        "responses", SharedParts.responses(messages),
                        "securitySchemes", SharedParts.securitySchemes()));
    }

    private List<Object> tags(Locale language, Shown shown) {
        List<Object> tags = new ArrayList<>();
        Stream.of(
                        "session", "tokens", "service-accounts", "roles", "sharing", "platform", "jobs", "backups", "mail",
                        "notifications", "audit", "assignmentRules", "automation", "adviceRules", "views", "segments", "webhooks", "objects", "choiceLists", "numbering")
                .forEach(name -> tags.add(object("name", name)));
        shown.inOrder().forEach(type -> tags.add(
                object("name", type.path(), "description", messages.plural(language, type))));
        return tags;
    }

    private Map<String, Object> paths(Locale language, Shown shown) {
        Map<String, Object> paths = SessionPaths.described();
        paths.putAll(AccountPaths.described());
        paths.putAll(CompanyPaths.described());
        paths.putAll(ProviderPaths.described());
        paths.putAll(PlatformPaths.described());
        paths.putAll(JobPaths.described());
        paths.putAll(BackupPaths.described());
        paths.putAll(MailPaths.described());
        paths.putAll(AuditPaths.described());
        paths.putAll(RightsPaths.described());
        paths.putAll(NotificationPaths.described());
        paths.putAll(ConfigurationPaths.described());
        paths.putAll(ObjectPaths.described());
        paths.putAll(AssignPaths.rules());
        paths.putAll(new AutomationPaths(shown.inOrder().getFirst()).described());
        paths.putAll(new AdviceRulePaths(shown.inOrder()).described());
        paths.putAll(new ChoicePaths(shown.inOrder()).described());
        paths.putAll(new NumberPaths(shown.inOrder()).described());
        paths.putAll(new ViewPaths(shown.inOrder().getFirst()).described());
        paths.putAll(FilePaths.general());
        paths.putAll(new SegmentPaths(shown.inOrder().getFirst()).described());
        paths.putAll(new WebhookPaths(shown.inOrder().getFirst()).described());
        shown.inOrder().forEach(type -> {
            paths.putAll(new RecordPaths(type, shown.examples(), messages, language).described());
            paths.putAll(new GraphPaths(type, RecordSchemas.name(type)).described(types.isLinked(type)));
            paths.putAll(new AdvicePaths(type, RecordSchemas.name(type)).described());
        });
        return paths;
    }

    private static Map<String, Object> schemas(RecordSchemas records, Shown shown) {
        Map<String, Object> schemas = SharedParts.schemas();
        schemas.putAll(SessionPaths.schemas());
        schemas.putAll(AccountPaths.schemas());
        schemas.putAll(CompanyPaths.schemas());
        schemas.putAll(ProviderPaths.schemas());
        schemas.putAll(PlatformPaths.schemas());
        schemas.putAll(ChoicePaths.schemas());
        schemas.putAll(NumberPaths.schemas());
        schemas.putAll(TimelinePaths.schemas());
        schemas.putAll(FilePaths.schemas());
        schemas.putAll(DocumentPaths.schemas());
        schemas.putAll(JobPaths.schemas());
        schemas.putAll(BackupPaths.schemas());
        schemas.putAll(MailPaths.schemas());
        schemas.putAll(AuditPaths.schemas());
        schemas.putAll(RightsPaths.schemas());
        schemas.putAll(SharePaths.schemas());
        schemas.putAll(NotificationPaths.schemas());
        schemas.putAll(AssignPaths.schemas());
        schemas.putAll(AutomationPaths.schemas());
        schemas.putAll(ViewPaths.schemas());
        schemas.putAll(SegmentPaths.schemas());
        schemas.putAll(DuplicatePaths.schemas());
        schemas.putAll(MergePaths.schemas());
        schemas.putAll(GraphPaths.schemas());
        schemas.putAll(AdvicePaths.schemas());
        schemas.putAll(AdviceRulePaths.schemas());
        schemas.putAll(WebhookPaths.schemas());
        schemas.putAll(AttributePaths.schemas());
        schemas.putAll(ConfigurationPaths.schemas());
        schemas.putAll(LayoutPaths.schemas());
        schemas.putAll(ObjectPaths.schemas());
        schemas.putAll(RecordSchemas.shared());
        shown.inOrder().forEach(type -> schemas.putAll(records.of(type)));
        return schemas;
    }
}
