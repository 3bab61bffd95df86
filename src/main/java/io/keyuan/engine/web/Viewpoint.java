package io.keyuan.engine.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeDefinition;
import io.keyuan.engine.ChoiceDependency;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ObjectDefinition;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Right;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.layout.LayoutsOfCaller;
import io.keyuan.engine.view.FirstViews;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Everything that decides what metadata says: two callers with equal viewpoints read the same. It is compared by value, so
 * that whatever changes a right, a choice or a setting is seen by the next request.
 *
 * @param choices the tenant's choices of each choice attribute
 * @param dependencies which of them go by which other attribute
 * @param added what the company has written down of attributes of its own
 * @param objects and of objects of its own
 * @param first the views the caller begins with, by the object's name in code
 * @param layouts how pages and forms are laid out for the caller, by the object's name in code
 */
record Viewpoint(
        Locale language,
        TenantFacts tenant,
        Set<Granted> rights,
        Set<Attribute<?>> seen,
        Set<Attribute<?>> masked,
        Set<Attribute<?>> writable,
        Map<Attribute<?>, List<ChoiceList.Item>> choices,
        Map<Attribute<?>, ChoiceDependency> dependencies,
        Set<AttributeDefinition> added,
        Set<ObjectDefinition> objects,
        Map<String, FirstViews.First> first,
        Map<String, LayoutsOfCaller.Chosen> layouts) {

    /** The tenant as the console shows it. */
    record TenantFacts(
            String slug, String name, String baseCurrency, String timeZone, @JsonUnwrapped TenantSettings.Conventions conventions) {}

    /** One thing the caller may do with the records of one object. */
    record Granted(Right right, ObjectType type) {}

    static Viewpoint of(
            Locale language, TenantFacts tenant, Iterable<ObjectType> types, Access access, Map<Attribute<?>, List<ChoiceList.Item>> choices,
            Map<Attribute<?>, ChoiceDependency> dependencies, Set<AttributeDefinition> added, Set<ObjectDefinition> objects, Map<String, FirstViews.First> first,
            Map<String, LayoutsOfCaller.Chosen> layouts) {
        Set<Granted> rights = new HashSet<>();
        Set<Attribute<?>> seen = new HashSet<>();
        Set<Attribute<?>> masked = new HashSet<>();
        Set<Attribute<?>> writable = new HashSet<>();
        for (ObjectType type : types) {
            List.of(Right.values()).stream()
                    .filter(right -> access.may(right, type))
                    .forEach(right -> rights.add(new Granted(right, type)));
            type.attributes().stream().filter(access::maySee).forEach(seen::add);
            type.attributes().stream().filter(access::isMasked).forEach(masked::add);
            type.attributes().stream().filter(access::mayWrite).forEach(writable::add);
        }
        return new Viewpoint(
                language, tenant, rights, seen, masked, writable, new HashMap<>(choices), new HashMap<>(dependencies), added, objects, first, layouts);
    }

    boolean may(Right right, ObjectType type) {
        return rights.contains(new Granted(right, type));
    }

    boolean maySee(Attribute<?> attribute) {
        return seen.contains(attribute);
    }

    boolean isMasked(Attribute<?> attribute) {
        return masked.contains(attribute);
    }

    boolean mayWrite(Attribute<?> attribute) {
        return attribute.isWritable() && writable.contains(attribute);
    }
}
