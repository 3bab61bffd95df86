package io.keyuan.sales;

import static io.keyuan.engine.Option.option;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;

/** A company that sells to the same customers. */
public final class Competitor extends ObjectType {

    public static final Competitor COMPETITOR = new Competitor();

    public final Attribute<String> name = text("name", 200).title();
    public final Attribute<Choice> threat =
            choice("threat", option("high", "cinnabar"), option("medium", "ochre"), option("low", "slate"));
    public final Attribute<String> website = url("website");
    public final Attribute<String> products = text("products", 500).searchable();
    public final Attribute<String> strengths = longText("strengths", 5000);
    public final Attribute<String> weaknesses = longText("weaknesses", 5000);
    public final Attribute<Ref> owner = owned();

    private Competitor() {
        super("competitor");
        capabilities(Capability.TIMELINE, Capability.IMPORTABLE, Capability.SEARCHABLE, Capability.MERGEABLE);
        shownIn("sales", 260, "swords");
        columns(name, threat, products, owner, updatedAt);
        quick(name, threat, products);
        section("basic", name, threat, website, products);
        section("judgement", strengths, weaknesses);
    }
}
