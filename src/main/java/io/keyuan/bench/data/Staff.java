package io.keyuan.bench.data;

import static io.keyuan.identity.Department.DEPARTMENT;
import static io.keyuan.identity.User.USER;

import io.keyuan.engine.Ref;
import io.keyuan.fiction.Chance;
import io.keyuan.fiction.PersonNames;
import io.keyuan.fiction.Weighted;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The people of the company, in their departments, and how much of it is whose. */
public final class Staff {

    static final int PEOPLE = 500;

    private static final List<String> DEPARTMENTS = List.of(
            "华东销售部", "华南销售部", "华北销售部", "华中销售部", "西南销售部", "西北销售部", "东北销售部", "大客户部", "渠道部", "海外部", "售前支持部",
            "客户成功部");

    /** What belongs to the first, 100,000 of a million; the others follow as in any company, a few much and many little. */
    private static final double LARGEST_SHARE = 0.1;
    private static final double DECLINE = 0.6;

    /** In each department the last of its people is its head, the three before lead the others. */
    private static final int LEADS = 36;

    private static final Period DEPARTMENT_IDS = new Period("department", DEPARTMENTS.size());
    private static final Period PERSON_IDS = new Period("person", PEOPLE);

    private final Weighted<Integer> owners = new Weighted<>(
            IntStream.range(0, PEOPLE).boxed().toList(), IntStream.range(0, PEOPLE).mapToDouble(Staff::share).toArray());

    /** How much of all customers is a person's, between 0 and 1. */
    public static double share(int person) {
        double rest = IntStream.range(1, PEOPLE).mapToDouble(Staff::weight).sum();
        return person == 0 ? LARGEST_SHARE : (1 - LARGEST_SHARE) * weight(person) / rest;
    }

    private static double weight(int person) {
        return Math.pow(person + 1.0, -DECLINE);
    }

    /** The first person who has no more than this share of all customers. */
    public static int withShare(double share) {
        return IntStream.range(0, PEOPLE).filter(person -> share(person) <= share).findFirst().orElse(PEOPLE - 1);
    }

    /** What the person signs in as; nobody has a password, but there may be tokens. */
    public static String login(int person) {
        return "bench-%03d".formatted(person + 1);
    }

    /** The head of a department. */
    public static int head(int department) {
        return PEOPLE - 1 - Math.floorMod(PEOPLE - 1 - department, departments());
    }

    /** A department that the owner of a tenth of all customers is not in. */
    public static int middle() {
        return 5;
    }

    /** Who sees all departments. */
    public static int widest() {
        return head(departments() - 1);
    }

    /** Somebody with at most this share of all customers, in a department that no rule serves. */
    public static int quiet(double share) {
        return IntStream.range(0, PEOPLE)
                .filter(person -> share(person) <= share && department(person) >= Sharing.SERVED)
                .findFirst()
                .orElse(PEOPLE - 1);
    }

    static int department(int person) {
        return person % departments();
    }

    static UUID departmentId(int department) {
        return DEPARTMENT_IDS.id(department);
    }

    private static @Nullable Ref manager(int person) {
        int departments = departments();
        if (person >= PEOPLE - departments) {
            return null;
        }
        int lead = PEOPLE - departments - 1 - Math.floorMod(PEOPLE - departments - 1 - person, LEADS);
        return Ref.to(id(person == lead ? head(department(person)) : lead));
    }

    public static UUID id(int person) {
        return PERSON_IDS.id(person);
    }

    int ownerOf(int customer) {
        return owners.one(Chance.of("owner", customer));
    }

    static int departments() {
        return DEPARTMENTS.size();
    }

    static Sample department(int index, UUID by) {
        return Sample.of(DEPARTMENT, DEPARTMENT_IDS.id(index), Period.BEGIN, by)
                .set(DEPARTMENT.name, DEPARTMENTS.get(index))
                .set(DEPARTMENT.externalId, "bench-%02d".formatted(index + 1));
    }

    static Sample person(int index, UUID by) {
        Chance chance = Chance.of("staff", index);
        return Sample.of(USER, id(index), Period.BEGIN, by)
                .set(USER.name, PersonNames.one(chance, chance.percent(55)))
                .set(USER.login, login(index))
                .choose(USER.account, "active")
                .set(USER.administrator, false)
                .set(USER.department, Ref.to(departmentId(department(index))))
                .set(USER.manager, manager(index))
                .set(USER.email, login(index) + "@example.com")
                .set(USER.phone, "139" + chance.digits(8));
    }
}
