package io.keyuan.engine.layout;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rejects drafts that come to have a choice which their kind does not offer. What records have already they may keep. */
@Component
public class KindOffers {

    private final LayoutStore store;

    KindOffers(LayoutStore store) {
        this.store = store;
    }

    public void judge(Batch batch) {
        ObjectType type = batch.type();
        SettledLayouts settled = store.all().get(type.name());
        Attribute<?> kinds = settled == null || settled.layouts().kind() == null ? null : type.find(settled.layouts().kind());
        if (settled != null && kinds != null) {
            settled.layouts().offers().forEach(offer -> {
                Attribute<?> attribute = type.find(offer.attribute());
                if (attribute != null) {
                    batch.correctable().where(draft -> !draft.isSettled() && isBeside(draft, kinds, attribute, offer)).forEach(draft -> draft.reject(attribute, "not-of-kind"));
                }
            });
        }
    }

    /** What says of which kind a record is, where kinds offer some of the attribute's choices; null where none does. */
    public @Nullable Attribute<?> kindsOffering(Attribute<?> attribute) {
        SettledLayouts settled = store.all().get(attribute.object().name());
        return settled == null || settled.layouts().kind() == null || settled.layouts().offers().stream().noneMatch(offer -> offer.attribute().equals(attribute.name()))
                ? null
                : attribute.object().find(settled.layouts().kind());
    }

    /** @return null where the kind of the record offers all choices of the attribute */
    public @Nullable List<String> offered(Draft draft, Attribute<?> attribute) {
        Attribute<?> kinds = kindsOffering(attribute);
        String kind = kinds == null ? null : code(draft, kinds);
        SettledLayouts settled = store.all().get(attribute.object().name());
        return kind == null || settled == null
                ? null
                : settled.layouts().offers().stream()
                        .filter(offer -> offer.kind().equals(kind) && offer.attribute().equals(attribute.name()))
                        .map(KindOffer::choices)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isBeside(Draft draft, Attribute<?> kinds, Attribute<?> attribute, KindOffer offer) {
        String code = code(draft, attribute);
        return code != null
                && offer.kind().equals(code(draft, kinds))
                && (draft.changed(attribute) || draft.changed(kinds))
                && !offer.choices().contains(code);
    }

    private static @Nullable String code(Draft draft, Attribute<?> attribute) {
        return draft.get(attribute) instanceof Choice choice ? choice.code() : null;
    }
}
