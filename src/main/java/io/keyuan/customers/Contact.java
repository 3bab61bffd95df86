package io.keyuan.customers;

import static io.keyuan.engine.Option.option;

import io.keyuan.engine.Advice;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.CardField;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Choices;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Sameness;
import io.keyuan.engine.SearchKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** A person one talks to, usually at a customer. */
public final class Contact extends ObjectType {

    public static final Contact CONTACT = new Contact();

    public final Attribute<String> name = text("name", 100).title().searchable(SearchKind.PERSON_NAME);
    public final Attribute<Ref> customer = reference("customer", Customer.class);
    public final Attribute<Ref> customerOwner = hangsOn(customer);
    public final Attribute<String> position = text("position", 100);
    public final Attribute<String> department = text("department", 100);
    public final Attribute<Choice> role = choice("role",
            option("decisionMaker", "jade"), option("purchaser", "indigo"), option("influencer", "ochre"), option("user", "slate"));
    public final Attribute<String> mobile = phone("mobile").searchable(SearchKind.PHONE).sensitive();
    public final Attribute<String> phone = phone("phone").searchable(SearchKind.PHONE).sensitive();
    public final Attribute<String> email = email("email").searchable(SearchKind.EMAIL).sensitive();
    public final Attribute<Choice> sex = choice("sex", option("male"), option("female"));
    public final Attribute<LocalDate> birthday = date("birthday").sensitive();
    public final Attribute<String> remarks = longText("remarks", 5000);
    public final Attribute<Choices> tags = tagged();
    public final Attribute<Ref> owner = owned();
    public final Attribute<BigDecimal> completeness = completeness(customer, mobile, email, position, role, department, owner);

    private Contact() {
        super("contact");
        toldOn(customer);
        capabilities(Capability.TIMELINE, Capability.IMPORTABLE, Capability.SEARCHABLE);
        same(Sameness.ofPeople(name).exact(mobile, email).shared(phone).within(customer, birthday));
        linked(customer, role);
        advise(
                Advice.make("decisionMaker", 60, customer, "kind != 'person'", "role == 'decisionMaker'", false, Map.of("role", "decisionMaker")),
                Advice.fill("mobile", 30, "mobile == null && phone == null && email == null", mobile));
        shownIn("customers", 110, "contact-round");
        card(CardField.NAME, name);
        card(CardField.ORGANISATION, customer);
        card(CardField.UNIT, department);
        card(CardField.POSITION, position);
        card(CardField.MOBILE, mobile);
        card(CardField.PHONE, phone);
        card(CardField.EMAIL, email);
        card(CardField.BIRTHDAY, birthday);
        card(CardField.NOTE, remarks);
        columns(name, customer, position, role, mobile, email, owner);
        quick(name, customer, mobile, position, role);
        section("basic", name, customer, position, department, role, tags);
        section("reach", mobile, phone, email);
        section("person", sex, birthday, remarks);
    }
}
