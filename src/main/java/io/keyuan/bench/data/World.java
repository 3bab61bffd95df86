package io.keyuan.bench.data;

import static io.keyuan.customers.Contact.CONTACT;
import static io.keyuan.customers.Customer.CUSTOMER;
import static io.keyuan.sales.Opportunity.OPPORTUNITY;

import io.keyuan.engine.Money;
import io.keyuan.engine.Ref;
import io.keyuan.engine.text.Pinyin;
import io.keyuan.fiction.Chance;
import io.keyuan.fiction.Company;
import io.keyuan.fiction.PersonNames;
import io.keyuan.fiction.Weighted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

/** Customers with two contacts and an opportunity each. What a record is follows from its number alone. */
public final class World {

    static final String FOREIGN_CURRENCY = "USD";
    static final BigDecimal FOREIGN_RATE = new BigDecimal("7.1");

    private static final String BASE_CURRENCY = "CNY";
    private static final int CONTACTS_EACH = 2;
    private static final int PERCENT_COMPANIES = 70;

    private static final Weighted<String> GRADES = Weighted.parse("a10 b20 c40 d30");
    private static final Weighted<String> CUSTOMER_STAGES = Weighted.parse("potential40 interested30 dealt20 loyal6 lost4");
    private static final Weighted<String> SOURCES = Weighted.parse("referral25 exhibition15 website30 telesales20 other10");
    private static final Weighted<String> STAGES =
            Weighted.parse("prospecting22 engaging18 proposing12 negotiating8 won24 lost16");
    private static final Weighted<String> ROLES = Weighted.parse("decisionMaker20 purchaser30 influencer20 user30");
    private static final Weighted<String> POSITIONS =
            Weighted.parse("总经理12 副总经理8 采购经理20 采购员15 财务经理8 技术总监10 信息中心主任7 行政主管10 销售总监5 项目经理5");
    private static final Weighted<String> PURPOSES =
            Weighted.parse("设备采购20 年度框架15 系统升级15 扩容10 维保续约15 咨询服务10 试点项目8 二期5 软件许可12");
    private static final Weighted<String> MOBILE = Weighted.parse("13930 1388 1378 1369 1358 13610 1589 1868 1887 1777 1996");

    private final Staff staff = new Staff();
    private final Period customers;
    private final Period contacts;
    private final Period opportunities;

    public World(int customers) {
        this.customers = new Period("customer", customers);
        this.contacts = new Period("contact", customers * CONTACTS_EACH);
        this.opportunities = new Period("opportunity", customers);
    }

    public int customers() {
        return customers.count();
    }

    int contacts() {
        return contacts.count();
    }

    int opportunities() {
        return opportunities.count();
    }

    public UUID customerId(int index) {
        return customers.id(index);
    }

    /** A record of the customers; its owner made it. */
    public Sample customer(int index) {
        UUID owner = Staff.id(staff.ownerOf(index));
        Chance chance = Chance.of("customer", index);
        Sample sample = Sample.of(CUSTOMER, customerId(index), customers.time(index), owner)
                .set(CUSTOMER.owner, Ref.to(owner))
                .set(CUSTOMER.number, "KH%08d".formatted(index + 1))
                .choose(CUSTOMER.grade, GRADES.one(chance))
                .choose(CUSTOMER.stage, CUSTOMER_STAGES.one(chance))
                .choose(CUSTOMER.source, SOURCES.one(chance));
        return isCompany(index) ? company(sample, index, chance) : person(sample, index, chance);
    }

    private static boolean isCompany(int index) {
        return Chance.of("kind", index).percent(PERCENT_COMPANIES);
    }

    private static Sample company(Sample sample, int index, Chance chance) {
        Company company = Company.one(Chance.of("company", index));
        return sample.choose(CUSTOMER.kind, "company")
                .set(CUSTOMER.name, company.name())
                .set(CUSTOMER.city, company.city())
                .choose(CUSTOMER.industry, company.industry())
                .set(CUSTOMER.phone, "0" + chance.between(20, 999) + "-8" + chance.digits(7))
                .set(CUSTOMER.yearEstablished, (long) chance.between(1985, 2025))
                .set(CUSTOMER.employees, (long) chance.between(5, 2000))
                .set(CUSTOMER.revenue, money(chance, 9));
    }

    private static Sample person(Sample sample, int index, Chance chance) {
        return sample.choose(CUSTOMER.kind, "person")
                .set(CUSTOMER.name, privateName(index))
                .choose(CUSTOMER.sex, isMale(index) ? "male" : "female")
                .set(CUSTOMER.phone, mobile(chance))
                .set(CUSTOMER.revenue, chance.percent(30) ? money(chance, 6) : null);
    }

    Sample contact(int index) {
        int customer = index / CONTACTS_EACH;
        UUID owner = Staff.id(staff.ownerOf(customer));
        Chance chance = Chance.of("contact", index);
        boolean male = chance.percent(55);
        return Sample.of(CONTACT, contacts.id(index), contacts.time(index), owner)
                .set(CONTACT.owner, Ref.to(owner))
                .set(CONTACT.customer, Ref.to(customerId(customer)))
                .set(CONTACT.customerOwner, Ref.to(owner))
                .set(CONTACT.name, PersonNames.one(chance, male))
                .choose(CONTACT.sex, male ? "male" : "female")
                .set(CONTACT.position, POSITIONS.one(chance))
                .choose(CONTACT.role, ROLES.one(chance))
                .set(CONTACT.mobile, mobile(chance))
                .set(CONTACT.email, chance.percent(60) ? "u" + chance.digits(7) + "@example.com" : null);
    }

    Sample opportunity(int index) {
        UUID owner = Staff.id(staff.ownerOf(index));
        Chance chance = Chance.of("opportunity", index);
        LocalDate begun = opportunities.time(index).atZone(ZoneOffset.UTC).toLocalDate();
        return Sample.of(OPPORTUNITY, opportunities.id(index), opportunities.time(index), owner)
                .set(OPPORTUNITY.owner, Ref.to(owner))
                .set(OPPORTUNITY.customer, Ref.to(customerId(index)))
                .set(OPPORTUNITY.customerOwner, Ref.to(owner))
                .set(OPPORTUNITY.contact, Ref.to(contacts.id(index * CONTACTS_EACH)))
                .set(OPPORTUNITY.title, shortName(index) + PURPOSES.one(chance))
                .choose(OPPORTUNITY.stage, STAGES.one(chance))
                .set(OPPORTUNITY.amount, money(chance, 7))
                .set(OPPORTUNITY.probability, BigDecimal.valueOf(chance.between(0, 20) * 5L))
                .set(OPPORTUNITY.engagedOn, begun)
                .set(OPPORTUNITY.closeDate, begun.plusDays(chance.between(10, 200)))
                .choose(OPPORTUNITY.source, SOURCES.one(chance));
    }

    /** What people call a customer, and may look for: the part of a company's name that is its own, a person's whole name. */
    public static String word(int customer) {
        return isCompany(customer) ? Company.one(Chance.of("company", customer)).word() : privateName(customer);
    }

    /** The same as people type it who spare themselves the choice of characters. */
    public static String pinyin(int customer) {
        String word = word(customer);
        return String.join("", isCompany(customer) ? Pinyin.syllables(word) : Pinyin.syllablesOfPerson(word));
    }

    /** The telephone number of a customer. */
    public String phone(int customer) {
        return Objects.requireNonNull(customer(customer).get(CUSTOMER.phone));
    }

    private static String shortName(int customer) {
        return isCompany(customer) ? Company.one(Chance.of("company", customer)).shortName() : privateName(customer);
    }

    private static String privateName(int customer) {
        return PersonNames.one(Chance.of("private", customer), isMale(customer));
    }

    private static boolean isMale(int customer) {
        return Chance.of("sex", customer).percent(50);
    }

    private static String mobile(Chance chance) {
        return MOBILE.one(chance) + chance.digits(8);
    }

    /** Amounts as they are: most small, some a thousand times as large. One in five is in dollars. */
    private static Money money(Chance chance, int digits) {
        double magnitude = digits - 4 + 4 * chance.share();
        BigDecimal amount = BigDecimal.valueOf(Math.round(Math.pow(10, magnitude)));
        return chance.percent(20)
                ? Money.of(amount, FOREIGN_CURRENCY).atRate(FOREIGN_RATE)
                : Money.of(amount, BASE_CURRENCY).atRate(BigDecimal.ONE);
    }
}
