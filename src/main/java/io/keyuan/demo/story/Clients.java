package io.keyuan.demo.story;

import static io.keyuan.customers.Affiliation.AFFILIATION;
import static io.keyuan.customers.Contact.CONTACT;
import static io.keyuan.customers.Customer.CUSTOMER;
import static io.keyuan.customers.Relationship.RELATIONSHIP;

import io.keyuan.engine.Draft;
import io.keyuan.engine.Past;
import io.keyuan.engine.Ref;
import io.keyuan.fiction.Chance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The customers, and the people one talks to there. */
final class Clients {

    private static final List<String> POSITIONS = List.of("总经理", "采购经理", "物流总监", "仓储经理", "信息中心主任", "供应链总监", "财务经理", "运营经理", "设备主管");
    private static final List<String> POSITIONS_ABROAD =
            List.of("Managing Director", "Head of Logistics", "Purchasing Manager", "Warehouse Manager", "IT Manager", "Operations Director");
    private static final List<String> ROLES = List.of("decisionMaker", "purchaser", "influencer", "user");
    private static final List<String> TIES = List.of("reportsTo", "reportsTo", "reportsTo", "influences", "trusts", "classmate", "conflict");
    private static final List<String> STRENGTHS = List.of("strong", "medium", "medium", "weak");
    private static final List<String> OFFICES = List.of("独立董事", "顾问", "监事", "行业协会理事");
    /** One in so many of those one talks to first is something elsewhere too. */
    private static final int ELSEWHERE = 25;
    private static final int NEAR_BIRTHDAYS = 40;
    private static final int NEAR_DAYS = 12;

    private final Seasons seasons;
    private final Staff staff;
    private final StoryIds ids;
    private final List<Client> all;
    /** Which customer, and the how manieth person there. */
    private final List<int[]> contacts = new ArrayList<>();
    private final Map<Integer, Integer> firstContact = new HashMap<>();

    Clients(int size, Seasons seasons, Staff staff, StoryIds ids) {
        this.seasons = seasons;
        this.staff = staff;
        this.ids = ids;
        this.all = IntStream.range(0, size).mapToObj(index -> Client.of(index, size, seasons, staff, ids)).toList();
        all.stream().filter(Client::isCompany).forEach(this::meet);
    }

    private void meet(Client client) {
        Chance chance = Chance.of("story-contacts", client.index());
        int people = 1 + (chance.percent(55) ? 1 : 0) + (chance.percent(22) ? 1 : 0) + (client.size() > 0.6 ? 1 : 0);
        firstContact.put(client.index(), contacts.size());
        IntStream.range(0, people).forEach(number -> contacts.add(new int[] {client.index(), number}));
    }

    int size() {
        return all.size();
    }

    Client get(int index) {
        return all.get(index);
    }

    /** Whom one talks to first; null at a private customer's. */
    @Nullable UUID contact(Client client) {
        Integer first = firstContact.get(client.index());
        return first == null ? null : contactId(first);
    }

    private UUID contactId(int index) {
        return ids.id("contact", index, met(index));
    }

    private Instant met(int index) {
        int[] contact = contacts.get(index);
        return get(contact[0]).since().plusSeconds(60L * (contact[1] + 1));
    }

    /** @param careers what became of the customers */
    Chapter customers(Careers careers) {
        return new Chapter(CUSTOMER, all.size(), index -> new Tale(customer(get(index)), careers.of(get(index))));
    }

    private Draft customer(Client client) {
        Chance chance = Chance.of("story-profile", client.index());
        Map<String, Object> choices = new HashMap<>(Map.of(
                CUSTOMER.kind.name(), client.isCompany() ? "company" : "person",
                CUSTOMER.stage.name(), "potential",
                CUSTOMER.source.name(), client.source(),
                CUSTOMER.grade.name(), client.size() > 0.5 ? "b" : client.size() > 0.1 ? "c" : "d"));
        if (client.isCompany()) {
            choices.put(CUSTOMER.industry.name(), client.industry());
            choices.put(CUSTOMER.creditRating.name(), chance.one(List.of("aa", "a", "a", "b", "b", "c")));
        } else {
            choices.put(CUSTOMER.sex.name(), client.male() ? "male" : "female");
        }
        Draft draft = Draft.create(CUSTOMER, client.id(), choices)
                .in(new Past(client.since(), staff.id(client.owner())))
                .set(CUSTOMER.owner, staff.ref(client.owner()))
                .set(CUSTOMER.name, client.name())
                .set(CUSTOMER.number, "KH%06d".formatted(client.index() + 1))
                .set(CUSTOMER.country, client.market() == null ? "中国" : client.market().country())
                .set(CUSTOMER.region, client.region())
                .set(CUSTOMER.city, client.city());
        return client.isCompany() ? company(draft, client, chance) : person(draft, client, chance);
    }

    private static Draft company(Draft draft, Client client, Chance chance) {
        long employees = 8 + Math.round(client.size() * 6000);
        return draft.set(CUSTOMER.phone, client.market() == null ? "0" + chance.between(21, 29) + "-8" + chance.digits(7) : client.market().phone(chance))
                .set(CUSTOMER.yearEstablished, (long) chance.between(1984, 2023))
                .set(CUSTOMER.employees, employees)
                .set(CUSTOMER.revenue, Currencies.price(BigDecimal.valueOf(employees * (250_000L + chance.below(500_000))), client.currency()))
                .set(CUSTOMER.website, "https://c%05d.example".formatted(client.index() + 1));
    }

    private Draft person(Draft draft, Client client, Chance chance) {
        return draft.set(CUSTOMER.phone, client.mobile(chance))
                .set(CUSTOMER.birthday, birthday(client.index(), chance))
                .set(CUSTOMER.profession, chance.one(List.of("个体经营者", "网店店主", "餐饮业主", "仓库出租人", "自由职业者")));
    }

    Chapter people() {
        return new Chapter(CONTACT, contacts.size(), index -> Tale.of(contact(index)));
    }

    private Draft contact(int index) {
        int[] place = contacts.get(index);
        Client client = get(place[0]);
        Chance chance = Chance.of("story-contact", index);
        boolean male = chance.percent(56);
        String role = place[1] == 0 ? "decisionMaker" : chance.one(ROLES);
        return Draft.create(CONTACT, contactId(index), Map.of(CONTACT.role.name(), role, CONTACT.sex.name(), male ? "male" : "female"))
                .in(new Past(met(index), staff.id(client.owner())))
                .set(CONTACT.owner, staff.ref(client.owner()))
                .set(CONTACT.customer, Ref.to(client.id()))
                .set(CONTACT.name, client.person(chance, male))
                .set(CONTACT.position, chance.one(client.market() == null ? POSITIONS : POSITIONS_ABROAD))
                .set(CONTACT.mobile, client.mobile(chance))
                .set(CONTACT.email, chance.percent(65) ? "c" + chance.digits(6) + "@c%05d.example".formatted(client.index() + 1) : null)
                .set(CONTACT.birthday, chance.percent(40) || index % 200 == 0 ? birthday(index, chance) : null);
    }

    /** How the others at a customer's stand to whom one met first. */
    Chapter relationships() {
        List<Integer> others = IntStream.range(0, contacts.size()).filter(index -> contacts.get(index)[1] > 0).boxed().toList();
        return new Chapter(RELATIONSHIP, others.size(), number -> Tale.of(relationship(others.get(number))));
    }

    private Draft relationship(int index) {
        int[] place = contacts.get(index);
        Client client = get(place[0]);
        Chance chance = Chance.of("story-relationship", index);
        Instant known = met(index).plusSeconds(5);
        return Draft.create(
                        RELATIONSHIP, ids.id("relationship", index, known),
                        Map.of(RELATIONSHIP.kind.name(), chance.one(TIES), RELATIONSHIP.strength.name(), chance.one(STRENGTHS)))
                .in(new Past(known, staff.id(client.owner())))
                .set(RELATIONSHIP.owner, staff.ref(client.owner()))
                .set(RELATIONSHIP.person, Ref.to(contactId(index)))
                .set(RELATIONSHIP.other, Ref.to(contactId(Objects.requireNonNull(firstContact.get(place[0])))));
    }

    /** What a few of those one talks to first are at another customer's. */
    Chapter affiliations() {
        List<Integer> first = IntStream.range(0, contacts.size()).filter(index -> contacts.get(index)[1] == 0).boxed().toList();
        return new Chapter(AFFILIATION, (first.size() + ELSEWHERE - 1) / ELSEWHERE, number -> {
            int at = number * ELSEWHERE;
            return Tale.of(affiliation(first.get(at), first.get((at + 1) % first.size())));
        });
    }

    /** @param other somebody at the company where they are something too */
    private Draft affiliation(int index, int other) {
        Client client = get(contacts.get(index)[0]);
        Client elsewhere = get(contacts.get(other)[0]);
        Chance chance = Chance.of("story-affiliation", index);
        Instant known = (met(index).isAfter(met(other)) ? met(index) : met(other)).plusSeconds(5);
        return Draft.create(AFFILIATION, ids.id("affiliation", index, known), Map.of(AFFILIATION.role.name(), "influencer"))
                .in(new Past(known, staff.id(client.owner())))
                .set(AFFILIATION.owner, staff.ref(client.owner()))
                .set(AFFILIATION.position, chance.one(OFFICES))
                .set(AFFILIATION.contact, Ref.to(contactId(index)))
                .set(AFFILIATION.customer, Ref.to(elsewhere.id()));
    }

    /** Some are soon. */
    private LocalDate birthday(int index, Chance chance) {
        LocalDate some = LocalDate.of(chance.between(1964, 1999), chance.between(1, 12), chance.between(1, 28));
        LocalDate soon = seasons.today().plusDays(chance.below(NEAR_DAYS));
        // The 29th of February is not in every year.
        return index % NEAR_BIRTHDAYS == 0 ? soon.withYear(some.getYear()) : some;
    }
}
