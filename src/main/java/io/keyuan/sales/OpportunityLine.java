package io.keyuan.sales;

import io.keyuan.catalog.Product;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Money;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import java.math.BigDecimal;

/** A product one hopes to sell with an opportunity. */
public final class OpportunityLine extends ObjectType {

    public static final OpportunityLine OPPORTUNITY_LINE = new OpportunityLine();

    public final Attribute<Ref> opportunity = reference("opportunity", Opportunity.class);
    /** The product's name when the line was written; catalogues change, what was offered does not. */
    public final Attribute<String> description = text("description", 200).derived().title();

    public final Attribute<Ref> product = reference("product", Product.class).required();
    public final Attribute<BigDecimal> quantity = decimal("quantity", 3).required().initially(BigDecimal.ONE).between(0, 1_000_000_000);
    public final Attribute<Money> price = money("price");

    private OpportunityLine() {
        super("opportunityLine");
        partOf(opportunity);
        capabilities(Capability.HIDDEN);
        shownIn("sales", 210, "list");
        columns(product, quantity, price);
        quick(product, quantity, price);
        section("basic", product, quantity, price);
    }
}
