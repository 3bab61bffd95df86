package io.keyuan.demo.story;

import static io.keyuan.sales.Opportunity.OPPORTUNITY;
import static io.keyuan.sales.OpportunityLine.OPPORTUNITY_LINE;

import io.keyuan.engine.Draft;
import io.keyuan.engine.Money;
import io.keyuan.engine.Past;
import io.keyuan.engine.Ref;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The sales as opportunities with their lines; an opportunity's amount is the sum of its lines. */
final class Sales {

    private static final Map<String, String> CHANCES = Map.of("engaging", "25", "proposing", "50", "negotiating", "75");
    private static final Map<String, String> NEXT = Map.of(
            "prospecting", "约客户面谈需求", "engaging", "提交方案与报价", "proposing", "跟进方案反馈", "negotiating", "确认合同条款");
    /** The opportunities' own list of sources has none for advertisements. */
    private static final Map<String, String> SOURCES = Map.of("advertisement", "other");

    private final Deals deals;
    private final Clients clients;
    private final Catalogue catalogue;
    private final Staff staff;

    Sales(Deals deals, Clients clients, Catalogue catalogue, Staff staff) {
        this.deals = deals;
        this.clients = clients;
        this.catalogue = catalogue;
        this.staff = staff;
    }

    Chapter opportunities() {
        return new Chapter(OPPORTUNITY, deals.all().size(), index -> tale(deals.all().get(index)));
    }

    private Tale tale(Deal deal) {
        Past begun = new Past(deal.since(), staff.id(deal.client().owner()));
        UUID contact = clients.contact(deal.client());
        Draft begin = Draft.create(OPPORTUNITY, deal.id(), Map.of(
                        OPPORTUNITY.source.name(), SOURCES.getOrDefault(deal.source(), deal.source()),
                        OPPORTUNITY.lines.name(), deal.items().stream().map(item -> line(item, deal)).toList()))
                .in(begun)
                .set(OPPORTUNITY.owner, staff.ref(deal.client().owner()))
                .set(OPPORTUNITY.customer, Ref.to(deal.client().id()))
                .set(OPPORTUNITY.contact, contact == null ? null : Ref.to(contact))
                .set(OPPORTUNITY.title, deal.title())
                .set(OPPORTUNITY.amount, amount(deal))
                .set(OPPORTUNITY.probability, BigDecimal.TEN)
                .set(OPPORTUNITY.engagedOn, deal.start())
                .set(OPPORTUNITY.closeDate, deal.wanted())
                .set(OPPORTUNITY.nextStep, NEXT.get("prospecting"));
        return new Tale(begin, deal.steps().stream().map(step -> step(deal, step)).toList());
    }

    private Map<String, Object> line(Deal.Item item, Deal deal) {
        Money price = price(item, deal);
        return Map.of(
                OPPORTUNITY_LINE.product.name(), Map.of("id", catalogue.id(item.article()).toString()),
                OPPORTUNITY_LINE.quantity.name(), item.quantity(),
                OPPORTUNITY_LINE.price.name(), Map.of("amount", price.amount().toPlainString(), "currency", price.currency()));
    }

    private static Money price(Deal.Item item, Deal deal) {
        return Currencies.price(BigDecimal.valueOf(item.yuan()), deal.client().currency());
    }

    private static Money amount(Deal deal) {
        BigDecimal sum = deal.items().stream()
                .map(item -> price(item, deal).amount().multiply(BigDecimal.valueOf(item.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(sum, deal.client().currency());
    }

    private Draft step(Deal deal, Deal.Step step) {
        Map<String, Object> input = new HashMap<>(Map.of(OPPORTUNITY.stage.name(), step.stage()));
        if (step.reason() != null) {
            input.put(OPPORTUNITY.lossReason.name(), step.reason());
        }
        Draft draft = Draft.update(OPPORTUNITY, deal.id(), null, input)
                .in(new Past(step.at(), staff.id(deal.client().owner())))
                .set(OPPORTUNITY.nextStep, NEXT.get(step.stage()));
        return CHANCES.containsKey(step.stage())
                ? draft.set(OPPORTUNITY.probability, new BigDecimal(CHANCES.get(step.stage())))
                : draft.set(OPPORTUNITY.closeDate, step.day());
    }
}
