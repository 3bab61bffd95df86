package io.keyuan.engine.sample;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;

public final class DealLine extends ObjectType {

    public static final DealLine DEAL_LINE = new DealLine();

    public final Attribute<Ref> deal = reference("deal", Deal.class);
    public final Attribute<String> what = text("what", 100).title();
    public final Attribute<Long> pieces = number("pieces");
    public final Attribute<Ref> maker = reference("maker", Account.class);

    private DealLine() {
        super("dealLine");
        partOf(deal);
    }
}
