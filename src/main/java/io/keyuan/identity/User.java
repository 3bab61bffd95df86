package io.keyuan.identity;

import static io.keyuan.engine.Option.option;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Lines;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.SearchKind;

/** A person of the company. Somebody not yet invited owns records and appears in lists, but cannot sign in. */
public final class User extends ObjectType {

    public static final User USER = new User();

    public final Attribute<String> name = text("name", 100).title().searchable(SearchKind.PERSON_NAME);
    public final Attribute<String> login = text("login", 100).unique().searchable(SearchKind.CODE);
    public final Attribute<Choice> account = choice("account", AccountState.class,
            option("uninvited", AccountState.UNINVITED, "slate"),
            option("active", AccountState.ACTIVE, "jade"),
            option("disabled", AccountState.DISABLED, "cinnabar"),
            option("service", AccountState.SERVICE, "indigo")).byCommand().required().initially(Choice.of("uninvited"));
    public final Attribute<Boolean> administrator = yesNo("administrator").required().initially(false);
    public final Attribute<String> position = text("position", 100);
    public final Attribute<Ref> department = reference("department", Department.class);
    public final Attribute<Ref> manager = reference("manager", User.class);
    /** Where else they work. */
    public final Attribute<Lines> memberships = lines("memberships", Membership.class);
    public final Attribute<String> email = email("email").unique().searchable(SearchKind.EMAIL).sensitive();
    public final Attribute<String> phone = phone("phone").searchable(SearchKind.PHONE).sensitive();

    private User() {
        super("user", "person");
        capabilities(Capability.PEOPLE, Capability.KEPT_BY_ADMINISTRATORS, Capability.TIMELINE, Capability.IMPORTABLE, Capability.SEARCHABLE);
        command("invite", account, AccountState.UNINVITED);
        command("renewPassword", account, AccountState.ACTIVE);
        command("enable", account, AccountState.DISABLED);
        command("disable", account, AccountState.UNINVITED, AccountState.ACTIVE);
        command("signOut", account, AccountState.ACTIVE);
        command("resetSecondFactor", account, AccountState.ACTIVE);
        shownIn("settings", 900, "user-round");
        columns(name, login, position, department, manager, account, administrator);
        quick(name, login, email, department, manager);
        section("basic", name, position, department, manager, email, phone);
        section("access", login, account, administrator);
    }
}
