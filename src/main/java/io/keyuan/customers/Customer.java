package io.keyuan.customers;

import static io.keyuan.engine.Option.option;

import io.keyuan.engine.Advice;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Choices;
import io.keyuan.engine.Money;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Sameness;
import io.keyuan.engine.SearchKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A company or a person who buys, or may one day. */
public final class Customer extends ObjectType {

    public static final Customer CUSTOMER = new Customer();

    public final Attribute<String> name = text("name", 200).title();
    public final Attribute<Choice> kind = choice("kind", CustomerKind.class,
            option("company", CustomerKind.COMPANY, "indigo"),
            option("person", CustomerKind.PERSON, "ochre")).required().initially(Choice.of("company"));
    public final Attribute<String> number = text("number", 50).searchable(SearchKind.CODE);
    public final Attribute<Choice> grade =
            choice("grade", option("a", "jade"), option("b", "indigo"), option("c", "ochre"), option("d", "slate"));
    public final Attribute<Choice> stage = choice("stage",
            option("potential", "slate"), option("interested", "indigo"), option("dealt", "jade"),
            option("loyal", "jade"), option("lost", "cinnabar"));
    public final Attribute<Choice> source = choice("source",
            option("referral"), option("exhibition"), option("website"), option("telesales"), option("advertisement"), option("other"));
    public final Attribute<String> phone = phone("phone").searchable(SearchKind.PHONE).sensitive();
    public final Attribute<String> email = email("email").searchable(SearchKind.EMAIL).sensitive();
    public final Attribute<String> website = url("website");
    public final Attribute<String> country = text("country", 100);
    public final Attribute<String> region = text("region", 100);
    public final Attribute<String> city = text("city", 100);
    public final Attribute<String> address = text("address", 300);

    public final Attribute<Choice> industry = choice("industry",
            option("software"), option("manufacturing"), option("medical"), option("retail"), option("finance"),
            option("logistics"), option("education"), option("other"));
    public final Attribute<String> creditCode = registerCode("creditCode").unique().searchable(SearchKind.CODE).sensitive();
    public final Attribute<Choice> creditRating = choice("creditRating", option("aaa"), option("aa"), option("a"), option("b"), option("c"));
    public final Attribute<Long> yearEstablished = number("yearEstablished").between(1000, 2100);
    public final Attribute<Long> employees = number("employees").between(0, 10_000_000);
    public final Attribute<Money> revenue = money("revenue").sortable();
    public final Attribute<Ref> parentCompany = reference("parentCompany", Customer.class);

    public final Attribute<Choice> sex = choice("sex", option("male"), option("female"));
    public final Attribute<LocalDate> birthday = date("birthday").sensitive();
    public final Attribute<String> profession = text("profession", 100);

    public final Attribute<BigDecimal> discount = percent("discount").between(0, 100);
    public final Attribute<Instant> lastContactAt = time("lastContactAt").derived().sortable();
    public final Attribute<String> remarks = longText("remarks", 5000);
    public final Attribute<Choices> tags = tagged();
    public final Attribute<Ref> owner = owned();
    public final Attribute<BigDecimal> completeness = completeness(phone, email, industry, grade, stage, source, city, address, owner);

    private Customer() {
        super("customer");
        capabilities(Capability.TIMELINE, Capability.IMPORTABLE, Capability.SEARCHABLE);
        same(Sameness.ofOrganisations(name).peopleWhere(kind, CustomerKind.PERSON)
                .registered(creditCode).exact(phone, email).within(address, birthday).near(city));
        numbered(number);
        hierarchy(parentCompany);
        advise(Advice.fill("phone", 30, "phone == null && email == null", phone));
        shownIn("customers", 100, "building-2");
        columns(name, grade, stage, industry, owner, lastContactAt, revenue);
        quick(name, kind, grade, phone, industry);
        section("basic", name, kind, number, grade, stage, source, industry, tags);
        section("reach", phone, email, website, country, region, city, address);
        section("company", creditCode, creditRating, yearEstablished, employees, revenue, parentCompany);
        section("person", sex, birthday, profession);
        section("dealings", discount, lastContactAt, remarks);
    }
}
