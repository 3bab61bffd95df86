package io.keyuan.engine.layout;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.Fault;
import io.keyuan.engine.KnownRoles;
import io.keyuan.engine.Languages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.TextType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what somebody writes into layouts and rules, or says everything that is wrong with it. */
@Component
class LayoutReading {

    private static final int MOST_LAYOUTS = 100;
    private static final int MOST_SECTIONS = 30;
    private static final int MOST_ATTRIBUTES = 500;
    private static final int LONGEST_LABEL = 60;
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");
    private static final Set<String> LANGUAGES = Languages.all().stream().map(Locale::toLanguageTag).collect(Collectors.toSet());

    private final ChoiceLists choices;
    private final KnownRoles roles;
    private final RuleReading rules;
    private final OfferReading offers;

    LayoutReading(ChoiceLists choices, KnownRoles roles, RuleReading rules, OfferReading offers) {
        this.choices = choices;
        this.roles = roles;
        this.rules = rules;
        this.offers = offers;
    }

    /**
     * @param before what it names may be gone since, and be named still: it may come back
     * @throws Problem with everything that is wrong
     */
    ObjectLayouts read(ObjectType type, ObjectLayouts before, LayoutsBody body) {
        List<Fault> faults = new ArrayList<>();
        String kind = body.kind() == null || body.kind().isBlank() ? null : body.kind();
        Attribute<?> kinds = kind == null ? null : type.find(kind);
        if (kind != null && !(kinds != null && kinds.type() instanceof ChoiceType)) {
            faults.add(Fault.at("kind", "not-a-kind"));
        }
        var one = new One(type, kinds, named(type, before), roles(before), faults);
        List<Layout> layouts = new ArrayList<>();
        Set<List<@Nullable Object>> audiences = new HashSet<>();
        List<LayoutsBody.@Nullable LayoutBody> given = body.layouts() == null ? List.of() : body.layouts();
        if (given.size() > MOST_LAYOUTS) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("layouts", "too-many", MOST_LAYOUTS));
        }
        for (int i = 0; i < given.size(); i++) {
            LayoutsBody.LayoutBody each = given.get(i);
            String path = "layouts[" + i + "]";
            if (each == null) {
                faults.add(Fault.at(path, "required"));
                continue;
            }
            Layout layout = one.layout(path, each);
            if (!audiences.add(Arrays.asList(layout.kind(), layout.role()))) {
                faults.add(Fault.at(path, "layout-twice"));
            }
            layouts.add(layout);
        }
        List<AttributeRule> read = rules.read(type, before.rules(), body.rules(), faults);
        List<KindOffer> offered = offers.read(type, kinds, before.offers(), body.offers(), faults);
        if (!faults.isEmpty()) {
            throw new Problem(ProblemKind.RULE_BROKEN, faults, Map.of());
        }
        return new ObjectLayouts(kind, layouts, read, offered);
    }

    private static Set<String> named(ObjectType type, ObjectLayouts before) {
        Set<String> names = Placement.placeable(type).stream().map(Attribute::name).collect(Collectors.toSet());
        before.named().filter(name -> type.find(name) == null).forEach(names::add);
        return names;
    }

    private Set<UUID> roles(ObjectLayouts before) {
        Set<UUID> known = new HashSet<>(roles.all().keySet());
        before.layouts().stream().map(Layout::role).filter(Objects::nonNull).forEach(known::add);
        return known;
    }

    /** Reads the layouts of one object. */
    private final class One {

        private final ObjectType type;
        private final @Nullable Attribute<?> kinds;
        private final Set<String> placeable;
        /** What a form may ask first: also what stands in no section. */
        private final Set<String> askable;
        private final Set<UUID> roles;
        private final List<Fault> faults;
        private final Set<String> ownSections;

        One(ObjectType type, @Nullable Attribute<?> kinds, Set<String> placeable, Set<UUID> roles, List<Fault> faults) {
            this.type = type;
            this.kinds = kinds;
            this.placeable = placeable;
            askable = new HashSet<>(placeable);
            type.quick().stream().map(Attribute::name).forEach(askable::add);
            this.roles = roles;
            this.faults = faults;
            ownSections = Placement.of(type, null).sections().stream().map(Placement.Section::name).collect(Collectors.toSet());
            ownSections.add(Placement.FURTHER);
        }

        Layout layout(String path, LayoutsBody.LayoutBody body) {
            Set<String> taken = new HashSet<>();
            return new Layout(
                    kind(path + ".kind", body.kind()), role(path + ".role", body.role()), sections(path + ".sections", body.sections(), taken),
                    hidden(path + ".hidden", names(path + ".hidden", body.hidden(), placeable, taken)),
                    body.quick() == null ? null : names(path + ".quick", body.quick(), askable, new HashSet<>()));
        }

        private @Nullable String kind(String path, @Nullable String code) {
            if (code != null && (kinds == null || choices.of(kinds).items().stream().noneMatch(item -> item.code().equals(code)))) {
                faults.add(Fault.at(path, "not-choice"));
            }
            return code;
        }

        private @Nullable UUID role(String path, LayoutsBody.@Nullable RoleBody role) {
            if (role == null) {
                return null;
            }
            UUID known = roles.stream().filter(id -> id.toString().equals(role.id())).findFirst().orElse(null);
            if (known == null) {
                faults.add(Fault.at(path, "unknown-reference"));
            }
            return known;
        }

        private List<Layout.Section> sections(String path, @Nullable List<LayoutsBody.@Nullable SectionBody> given, Set<String> taken) {
            List<LayoutsBody.@Nullable SectionBody> bodies = given == null ? List.of() : given;
            if (bodies.size() > MOST_SECTIONS) {
                faults.add(Fault.at(path, "too-many", MOST_SECTIONS));
                return List.of();
            }
            List<Layout.Section> sections = new ArrayList<>();
            Set<String> keys = new HashSet<>();
            for (int i = 0; i < bodies.size(); i++) {
                LayoutsBody.SectionBody body = bodies.get(i);
                String at = path + "[" + i + "]";
                String key = body == null ? null : body.key();
                if (body == null || key == null || !KEY.matcher(key).matches()) {
                    faults.add(Fault.at(at + ".key", "bad-section-key"));
                } else if (!keys.add(key)) {
                    faults.add(Fault.at(at + ".key", "section-twice"));
                } else {
                    sections.add(new Layout.Section(key, labels(at + ".labels", key, body.labels()), names(at + ".attributes", body.attributes(), placeable, taken)));
                }
            }
            return sections;
        }

        private Map<String, String> labels(String path, String key, @Nullable Map<String, @Nullable String> given) {
            Map<String, String> labels = new HashMap<>();
            if (given != null) {
                given.forEach((language, word) -> {
                    String text = label(path, word);
                    if (!LANGUAGES.contains(language)) {
                        faults.add(Fault.at(path, "unknown-language"));
                    } else if (!text.isEmpty()) {
                        labels.put(language, text);
                    }
                });
            }
            if (labels.isEmpty() && !ownSections.contains(key)) {
                faults.add(Fault.at(path, "required"));
            }
            return labels;
        }

        private String label(String path, @Nullable String word) {
            String text = word == null ? "" : word.strip();
            try {
                TextType.checkCharacters(text);
            } catch (BadValue bad) {
                faults.add(new Fault(path, bad.code(), bad.args()));
                return "?";
            }
            if (text.length() > LONGEST_LABEL) {
                faults.add(Fault.at(path, "too-long", LONGEST_LABEL, text.length()));
            }
            return text;
        }

        /**
         * @param there those that may be named
         * @param taken names that stand elsewhere in the layout; grows by these
         */
        private List<String> names(String path, @Nullable List<@Nullable String> given, Set<String> there, Set<String> taken) {
            List<@Nullable String> all = given == null ? List.of() : given;
            if (all.size() > MOST_ATTRIBUTES) {
                faults.add(Fault.at(path, "too-many", MOST_ATTRIBUTES));
                return List.of();
            }
            List<String> names = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                String name = all.get(i);
                if (name == null || !there.contains(name)) {
                    faults.add(Fault.at(path + "[" + i + "]", "not-placeable"));
                } else if (!taken.add(name)) {
                    faults.add(Fault.at(path + "[" + i + "]", "placed-twice"));
                } else {
                    names.add(name);
                }
            }
            return names;
        }

        private List<String> hidden(String path, List<String> names) {
            for (String name : names) {
                Attribute<?> attribute = type.find(name);
                if (attribute != null && Placement.isIndispensable(attribute)) {
                    faults.add(Fault.at(path, "indispensable"));
                }
            }
            return names;
        }
    }
}
