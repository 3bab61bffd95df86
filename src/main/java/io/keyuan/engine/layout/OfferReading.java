package io.keyuan.engine.layout;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what somebody writes into choices that kinds offer; each takes what is wrong with it. */
@Component
class OfferReading {

    private static final int MOST = 500;

    private final ChoiceLists choices;

    OfferReading(ChoiceLists choices) {
        this.choices = choices;
    }

    /**
     * What has gone since stays where it was said, and says nothing.
     *
     * @param kinds what says of which kind a record is; null where there are no kinds
     * @param before what is said now
     */
    List<KindOffer> read(
            ObjectType type, @Nullable Attribute<?> kinds, List<KindOffer> before, @Nullable List<LayoutsBody.@Nullable OfferBody> given, List<Fault> faults) {
        List<LayoutsBody.@Nullable OfferBody> bodies = given == null ? List.of() : given;
        if (bodies.size() > MOST) {
            faults.add(Fault.at("offers", "too-many", MOST));
            return List.of();
        }
        List<KindOffer> offers = new ArrayList<>();
        Set<List<String>> named = new HashSet<>();
        for (int i = 0; i < bodies.size(); i++) {
            LayoutsBody.OfferBody body = bodies.get(i);
            String path = "offers[" + i + "]";
            String kind = body == null ? null : body.kind();
            Attribute<?> attribute = body == null || body.attribute() == null ? null : type.find(body.attribute());
            KindOffer old = before.stream().filter(each -> each.kind().equals(kind) && body != null && each.attribute().equals(body.attribute())).findFirst().orElse(null);
            boolean gone = old != null && (attribute == null || kinds == null || !codes(kinds).contains(old.kind()));
            if (old != null && gone) {
                offers.add(old);
            } else if (kind == null || kinds == null || !codes(kinds).contains(kind)) {
                faults.add(Fault.at(path + ".kind", "not-choice"));
            } else if (attribute == null || attribute.equals(kinds) || !attribute.isWritable() || !(attribute.type() instanceof ChoiceType)) {
                faults.add(Fault.at(path + ".attribute", "not-offered-by-kinds"));
            } else if (!named.add(List.of(kind, attribute.name()))) {
                faults.add(Fault.at(path, "rule-twice"));
            } else {
                List<@Nullable String> wanted = body == null || body.choices() == null ? List.of() : body.choices();
                offers.add(new KindOffer(kind, attribute.name(), offered(path + ".choices", attribute, old, wanted, faults)));
            }
        }
        return offers;
    }

    private List<String> offered(String path, Attribute<?> attribute, @Nullable KindOffer old, List<@Nullable String> wanted, List<Fault> faults) {
        Set<String> known = codes(attribute);
        Set<String> said = old == null ? Set.of() : Set.copyOf(old.choices());
        Set<String> offered = new LinkedHashSet<>();
        for (String code : wanted) {
            if (code != null && (known.contains(code) || said.contains(code))) {
                offered.add(code);
            } else {
                faults.add(Fault.at(path, "not-choice"));
            }
        }
        if (offered.isEmpty()) {
            faults.add(Fault.at(path, "required"));
        } else if (!hasBeginning(attribute, offered) && !offered.equals(said)) {
            faults.add(Fault.at(path, "begins-otherwise"));
        }
        return List.copyOf(offered);
    }

    /** Whether new records can begin with one of them: with what others begin with, or with one that means the same. */
    private boolean hasBeginning(Attribute<?> attribute, Set<String> offered) {
        ChoiceList list = choices.of(attribute);
        Choice initial = list.initial();
        return initial == null || list.items().stream()
                .filter(item -> offered.contains(item.code()))
                .anyMatch(item -> item.code().equals(initial.code()) || item.active() && item.meaning() != null && item.meaning().equals(initial.meaning()));
    }

    private Set<String> codes(Attribute<?> attribute) {
        return choices.of(attribute).items().stream().map(ChoiceList.Item::code).collect(Collectors.toSet());
    }
}
