package io.keyuan.engine.attribute;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ObjectDefinition;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.SearchKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that a company has defined. Its definition says little: what people know a record by, a stage and an owner where it has them.
 * Everything else are attributes that the company adds to it as to any other.
 */
final class CompanyObject extends ObjectType {

    /** Of all companies; what stands in it is told apart by {@link #part}. */
    static final String TABLE = "custom_record";

    /** In the navigation behind what the program has for daily work, before who works with it. */
    private static final int FIRST = 400;

    private static final int LAST = 899;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 50;

    CompanyObject(ObjectDefinition definition) {
        super(definition, TABLE);
        List<Attribute<?>> shown = new ArrayList<>();
        shown.add(text("name", LONGEST_NAME).title());
        Attribute<String> number = text("number", LONGEST_NUMBER).searchable(SearchKind.CODE);
        numbered(number);
        @Nullable Attribute<Choice> stage = definition.staged() ? choice("stage") : null;
        if (stage != null) {
            board(stage);
            shown.add(stage);
        }
        List<Attribute<?>> listed = new ArrayList<>(shown);
        if (definition.owned()) {
            listed.add(owned());
        }
        capabilities(Capability.TIMELINE, Capability.IMPORTABLE, Capability.SEARCHABLE, Capability.MERGEABLE, Capability.GIVEN_BY_ROLES);
        shownIn("own", Math.clamp((long) FIRST + definition.place(), FIRST, LAST), definition.icon());
        columns(listed.toArray(Attribute<?>[]::new));
        quick(shown.toArray(Attribute<?>[]::new));
        shown.add(1, number);
        section("basic", shown.toArray(Attribute<?>[]::new));
        madeOfAdded();
    }
}
