package io.keyuan.engine.sample;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;

public final class Person extends ObjectType {

    public static final Person PERSON = new Person();

    public final Attribute<String> name = text("name", 100).title();
    public final Attribute<String> unit = text("unit", 100);
    public final Attribute<Ref> chief = reference("chief", Person.class);

    private Person() {
        super("person");
        capabilities(Capability.PEOPLE, Capability.SEARCHABLE);
    }
}
