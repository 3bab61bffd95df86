package io.keyuan.engine.web;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ChoiceDependency;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.Messages;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.TextType;
import io.keyuan.engine.web.Metadata.AttributeInfo;
import io.keyuan.engine.web.Metadata.ChoiceInfo;
import io.keyuan.engine.web.Metadata.DependencyInfo;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Describes attributes from one viewpoint. */
final class AttributeDescription {

    private final Viewpoint view;
    private final ObjectTypes types;
    private final Messages messages;

    AttributeDescription(Viewpoint view, ObjectTypes types, Messages messages) {
        this.view = view;
        this.types = types;
        this.messages = messages;
    }

    AttributeInfo of(Attribute<?> attribute) {
        ObjectType target = types.target(attribute);
        boolean rows = attribute.type() instanceof LinesType;
        return new AttributeInfo(
                attribute.name(),
                messages.label(view.language(), attribute),
                messages.find(view.language(), attribute.labelKey() + ".help"),
                attribute.type().code(),
                attribute.isRequired() && attribute.isWritable(),
                attribute.isUnique(),
                view.mayWrite(attribute),
                attribute.isDerived(),
                view.isMasked(attribute),
                attribute.isFilterable() && !view.isMasked(attribute),
                attribute.isSortable() && !view.isMasked(attribute),
                attribute.searched() != null && !view.isMasked(attribute),
                attribute.isSummed() && !view.isMasked(attribute),
                attribute.type() instanceof TextType text ? Integer.valueOf(text.maxLength()) : null,
                attribute.min(),
                attribute.max(),
                scale(attribute),
                attribute.type() instanceof TextType text && text.form() == TextType.Form.LINES,
                target != null && attribute.type() instanceof ReferenceType ? target.path() : null,
                target != null && rows ? target.path() : null,
                attribute.type().isOfChoices() ? choices(attribute) : null,
                dependsOn(attribute),
                initial(attribute));
    }

    /** What a new record has where nobody says otherwise, as JSON; null for nothing. */
    private <T> @Nullable Object initial(Attribute<T> attribute) {
        if (attribute.type() instanceof ChoiceType) {
            return view.choices().getOrDefault(attribute, List.of()).stream().filter(ChoiceList.Item::initial).findFirst().map(ChoiceList.Item::code).orElse(null);
        }
        T initial = attribute.initial();
        return initial == null ? null : attribute.type().json(initial);
    }

    private @Nullable Integer scale(Attribute<?> attribute) {
        return switch (attribute.type()) {
            case DecimalType decimal -> decimal.scale();
            case MoneyType money -> Math.max(0, Currency.getInstance(view.tenant().baseCurrency()).getDefaultFractionDigits());
            default -> null;
        };
    }

    private @Nullable DependencyInfo dependsOn(Attribute<?> attribute) {
        ChoiceDependency dependency = view.dependencies().get(attribute);
        Attribute<?> other = dependency == null ? null : attribute.object().find(dependency.attribute());
        if (dependency == null || other == null || !view.maySee(other)) {
            return null;
        }
        Map<String, List<String>> fits = new TreeMap<>();
        dependency.fits().forEach((code, fitting) -> fits.put(code, fitting.stream().sorted().toList()));
        return new DependencyInfo(dependency.attribute(), fits);
    }

    private List<ChoiceInfo> choices(Attribute<?> attribute) {
        return view.choices().getOrDefault(attribute, List.of()).stream().map(item -> choice(attribute, item)).toList();
    }

    private ChoiceInfo choice(Attribute<?> attribute, ChoiceList.Item item) {
        Enum<?> meaning = item.meaning();
        return new ChoiceInfo(
                item.code(),
                messages.label(view.language(), attribute, item),
                meaning == null ? null : ChoiceType.code(meaning),
                item.colour(),
                item.active());
    }
}
