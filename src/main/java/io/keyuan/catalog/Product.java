package io.keyuan.catalog;

import static io.keyuan.engine.Option.option;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Choices;
import io.keyuan.engine.Money;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.SearchKind;
import java.math.BigDecimal;

/** Something that is sold. */
public final class Product extends ObjectType {

    public static final Product PRODUCT = new Product();

    public final Attribute<String> name = text("name", 200).title();
    public final Attribute<String> code = text("code", 50).unique().searchable(SearchKind.CODE);
    public final Attribute<Choice> series = choice("series");
    public final Attribute<Choice> unit = choice("unit", option("piece"), option("set"), option("year"), option("hour"));
    public final Attribute<Money> price = money("price").sortable();
    public final Attribute<Boolean> onSale = yesNo("onSale").required().initially(true);
    public final Attribute<Choices> tags = tagged();
    public final Attribute<String> description = longText("description", 5000);
    public final Attribute<BigDecimal> completeness = completeness(code, price, series, unit, description);

    private Product() {
        super("product");
        capabilities(Capability.KEPT_BY_ADMINISTRATORS, Capability.TIMELINE, Capability.IMPORTABLE, Capability.SEARCHABLE, Capability.MERGEABLE);
        shownIn("sales", 250, "package");
        columns(name, code, series, price, unit, onSale);
        quick(name, code, series, price);
        section("basic", name, code, series, unit, price, onSale, tags, description);
    }
}
