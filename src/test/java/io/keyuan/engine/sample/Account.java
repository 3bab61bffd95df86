package io.keyuan.engine.sample;

import static io.keyuan.engine.Option.option;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;

public final class Account extends ObjectType {

    public static final Account ACCOUNT = new Account();

    public final Attribute<String> name = text("name", 100).title();
    public final Attribute<String> region = text("region", 100);
    public final Attribute<Choice> sector = choice("sector", option("retail"), option("medical"), option("software"));
    public final Attribute<Long> staff = number("staff");
    public final Attribute<Ref> group = reference("group", Account.class);
    public final Attribute<Ref> keeper;

    private Account() {
        super("account");
        keeper = owned();
    }
}
