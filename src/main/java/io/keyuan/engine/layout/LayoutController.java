package io.keyuan.engine.layout;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Fault;
import io.keyuan.engine.KnownRoles;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.api.IfMatch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How an object is laid out, for whoever may set it up: read, and replaced as a whole. */
@RestController
@RequestMapping("/api/v1/{object}/layouts")
class LayoutController {

    private final Addressed addressed;
    private final Access access;
    private final LayoutSettings settings;
    private final KnownRoles roles;
    private final Messages messages;

    LayoutController(Addressed addressed, Access access, LayoutSettings settings, KnownRoles roles, Messages messages) {
        this.addressed = addressed;
        this.access = access;
        this.settings = settings;
        this.roles = roles;
        this.messages = messages;
    }

    /** @param title what the caller calls the role; null where there is none of the id any more */
    record Role(UUID id, @Nullable String title) {}

    record ShownLayout(@Nullable String kind, @Nullable Role role, List<Layout.Section> sections, List<String> hidden, @Nullable List<String> quick) {}

    record ShownRule(String attribute, @Nullable String requiredWhen, @Nullable String readOnlyWhen, @Nullable String visibleWhen) {

        static ShownRule of(AttributeRule rule) {
            return new ShownRule(rule.attribute(), rule.requiredWhen(), rule.readOnlyWhen(), rule.visibleWhen());
        }
    }

    /**
     * @param own what holds where nothing is settled, with its headings
     * @param indispensable attributes that are never left out
     * @param roles those there are
     */
    record Shown(
            long version, @Nullable String kind, List<ShownLayout> layouts, List<ShownRule> rules, List<KindOffer> offers, ShownLayout own, List<String> indispensable, List<Role> roles) {}

    @GetMapping
    Shown get(@PathVariable String object) {
        ObjectType type = configurable(object);
        return shown(type, settings.of(type));
    }

    @PutMapping
    Shown replace(
            @PathVariable String object, @RequestHeader(name = "If-Match", required = false) @Nullable String match, @RequestBody LayoutsBody body) {
        ObjectType type = configurable(object);
        try {
            return shown(type, settings.replace(type, IfMatch.version(match), body));
        } catch (Problem problem) {
            throw problem.kind() == ProblemKind.STALE
                    ? new Problem(ProblemKind.STALE, problem.faults(), Map.of("current", shown(type, settings.of(type))))
                    : problem;
        }
    }

    private ObjectType configurable(String object) {
        ObjectType type = addressed.object(object);
        if (!access.may(Right.CONFIGURE, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-set-up"));
        }
        return type;
    }

    private Shown shown(ObjectType type, SettledLayouts settled) {
        Map<UUID, String> names = roles.all();
        ObjectLayouts layouts = settled.layouts();
        return new Shown(
                settled.version(), layouts.kind(), layouts.layouts().stream().map(layout -> shown(layout, names)).toList(),
                layouts.rules().stream().map(ShownRule::of).toList(), layouts.offers(), own(type),
                Placement.placeable(type).stream().filter(Placement::isIndispensable).map(Attribute::name).toList(),
                names.entrySet().stream().map(role -> new Role(role.getKey(), role.getValue())).toList());
    }

    private static ShownLayout shown(Layout layout, Map<UUID, String> names) {
        UUID role = layout.role();
        return new ShownLayout(
                layout.kind(), role == null ? null : new Role(role, names.get(role)), layout.sections(), layout.hidden(), layout.quick());
    }

    private ShownLayout own(ObjectType type) {
        Placement placement = Placement.of(type, null);
        return new ShownLayout(
                null, null,
                placement.sections().stream()
                        .map(section -> new Layout.Section(section.name(), headings(type, section), section.attributes().stream().map(Attribute::name).toList()))
                        .toList(),
                List.of(), placement.quick().stream().map(Attribute::name).toList());
    }

    private Map<String, String> headings(ObjectType type, Placement.Section section) {
        return Languages.all().stream().collect(Collectors.toMap(
                Locale::toLanguageTag, language -> messages.label(language, type, new ObjectType.Section(section.name(), section.attributes()))));
    }
}
