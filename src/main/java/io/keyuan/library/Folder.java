package io.keyuan.library;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;

/** A place for files of the company, in another one or at the top; seen and changed by whoever owns it and whoever it was given to. */
public final class Folder extends ObjectType {

    public static final Folder FOLDER = new Folder();

    public final Attribute<String> name = text("name", 200).title();
    public final Attribute<Ref> parent = reference("parent", Folder.class);
    public final Attribute<String> description = text("description", 500).searchable();
    public final Attribute<Ref> owner = owned();

    private Folder() {
        super("folder");
        tree(parent);
        capabilities(Capability.TIMELINE, Capability.IMPORTABLE, Capability.SEARCHABLE);
        shownIn("work", 340, "folder");
        columns(name, parent, description, owner, updatedAt);
        quick(name, parent, description);
        section("basic", name, parent, description);
    }
}
