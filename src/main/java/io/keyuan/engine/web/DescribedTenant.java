package io.keyuan.engine.web;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeDefinition;
import io.keyuan.engine.ChoiceDependency;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.Languages;
import io.keyuan.engine.ObjectDefinition;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Right;
import io.keyuan.engine.TenantProfile;
import io.keyuan.engine.TenantSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What descriptions say of the caller's tenant. */
@Component
class DescribedTenant {

    private final ObjectTypes types;
    private final TenantProfile profile;
    private final TenantSettings settings;
    private final ChoiceLists choices;
    private final Access access;

    DescribedTenant(ObjectTypes types, TenantProfile profile, TenantSettings settings, ChoiceLists choices, Access access) {
        this.types = types;
        this.profile = profile;
        this.settings = settings;
        this.choices = choices;
        this.access = access;
    }

    Locale language(HttpServletRequest request) {
        return Languages.ofCallerOr(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    Viewpoint.TenantFacts facts() {
        return new Viewpoint.TenantFacts(
                profile.slug(), profile.name(), settings.baseCurrency(), settings.zone().getId(), settings.conventions());
    }

    /** What the company has written down of attributes of its own. */
    Set<AttributeDefinition> added() {
        return types.all().stream()
                .flatMap(type -> type.attributes().stream())
                .flatMap(attribute -> Stream.ofNullable(attribute.definition()))
                .collect(Collectors.toSet());
    }

    /** And of objects of its own. */
    Set<ObjectDefinition> objects() {
        return types.all().stream().flatMap(type -> Stream.ofNullable(type.definition())).collect(Collectors.toSet());
    }

    /** Those of them that the caller may read nothing of. */
    Set<ObjectType> unmentioned() {
        return types.all().stream().filter(type -> type.definition() != null && !access.may(Right.READ, type)).collect(Collectors.toSet());
    }

    /** Those of the attributes that the caller does not see: what the program has is no secret, what a company has is. */
    Set<Attribute<?>> hidden() {
        return types.all().stream()
                .flatMap(type -> type.attributes().stream())
                .filter(attribute -> attribute.definition() != null && !(access.may(Right.READ, attribute.object()) && access.maySee(attribute)))
                .collect(Collectors.toSet());
    }

    Map<Attribute<?>, ChoiceDependency> dependencies() {
        Map<Attribute<?>, ChoiceDependency> all = new LinkedHashMap<>();
        types.all().stream()
                .flatMap(type -> type.attributes().stream())
                .filter(attribute -> attribute.type().isOfChoices())
                .forEach(attribute -> Optional.ofNullable(choices.of(attribute).dependency()).ifPresent(dependency -> all.put(attribute, dependency)));
        return all;
    }

    Map<Attribute<?>, List<ChoiceList.Item>> choices() {
        Map<Attribute<?>, List<ChoiceList.Item>> all = new LinkedHashMap<>();
        types.all().stream()
                .flatMap(type -> type.attributes().stream())
                .filter(attribute -> attribute.type().isOfChoices())
                .forEach(attribute -> all.put(attribute, choices.of(attribute).items()));
        return all;
    }
}
