package io.keyuan.documents;

import static io.keyuan.engine.Option.option;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ObjectType;

/** A document that is written once, with places for what a record says; the newest of its files is what counts. */
public final class DocumentTemplate extends ObjectType {

    public static final DocumentTemplate DOCUMENT_TEMPLATE = new DocumentTemplate();

    public final Attribute<String> name = text("name", 100).title();
    /** For records of which object; by their names in addresses. */
    public final Attribute<Choice> object = choice("object",
            option("customers"), option("contacts"), option("opportunities"), option("leads"), option("products"), option("competitors"),
            option("contact-logs"), option("tasks")).fixed().required();
    public final Attribute<String> description = text("description", 500);
    public final Attribute<Boolean> active = yesNo("active").required().initially(true);
    /** In which values are written; where none is said, in that of whoever makes the document. */
    public final Attribute<Choice> language = choice("language", option("zhCn"), option("zhTw"), option("en")).fixed();

    private DocumentTemplate() {
        super("documentTemplate");
        capabilities(Capability.KEPT_BY_LEADERS, Capability.TIMELINE, Capability.HIDDEN);
        shownIn("settings", 940, "file-text");
        columns(name, object, active, language, updatedAt);
        quick(name, object, language, description);
        section("basic", name, object, active, language, description);
    }
}
