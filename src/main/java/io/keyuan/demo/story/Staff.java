package io.keyuan.demo.story;

import static io.keyuan.identity.Department.DEPARTMENT;
import static io.keyuan.identity.User.USER;

import io.keyuan.engine.Draft;
import io.keyuan.engine.Past;
import io.keyuan.engine.Ref;
import io.keyuan.engine.text.Pinyin;
import io.keyuan.fiction.Chance;
import io.keyuan.fiction.PersonNames;
import io.keyuan.fiction.Weighted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Sixty people in a tree of departments. Some of them sell well, some do not, some write down what they do. */
final class Staff {

    static final int DIRECTOR = 0;
    static final int MANAGER = 2;
    static final int SELLER = 13;

    private record Part(String name, int above, int members, String head, String position) {}

    private static final List<Part> PARTS = List.of(
            new Part("总经理办公室", -1, 0, "总经理", ""),
            new Part("销售中心", 0, 0, "销售副总经理", ""),
            new Part("华东销售部", 1, 8, "华东大区经理", "销售代表"),
            new Part("华南销售部", 1, 7, "华南大区经理", "销售代表"),
            new Part("华北销售部", 1, 6, "华北大区经理", "销售代表"),
            new Part("西部销售部", 1, 5, "西部大区经理", "销售代表"),
            new Part("海外销售部", 1, 6, "海外销售经理", "海外销售代表"),
            new Part("大客户部", 1, 3, "大客户总监", "大客户经理"),
            new Part("市场部", 0, 3, "市场经理", "市场专员"),
            new Part("售前支持部", 0, 3, "售前经理", "售前工程师"),
            new Part("客户成功部", 0, 3, "客户成功经理", "客户成功专员"),
            new Part("财务部", 0, 2, "财务经理", "会计"),
            new Part("人事行政部", 0, 1, "人事行政经理", "人事专员"));
    private static final int KEY_ACCOUNTS = 7;
    private static final int ABROAD = 6;
    private static final Map<String, Integer> SELLING =
            Map.of("华东", 2, "华南", 3, "华北", 4, "西部", 5, "大客户", KEY_ACCOUNTS);
    private static final int FIRST_SELLER = 13;
    private static final String HOUSE = "@yunheng.example";

    private record Person(String name, boolean male, int part, boolean heads) {}

    private final List<Person> people = new ArrayList<>();
    private final List<String> mailboxes = new ArrayList<>();
    private final Instant begun;
    private final UUID maker;
    private final StoryIds ids;

    /** @param maker whoever entered the first people */
    Staff(Instant begun, UUID maker, StoryIds ids) {
        this.begun = begun;
        this.maker = maker;
        this.ids = ids;
        IntStream.range(0, PARTS.size()).forEach(part -> hire(part, true));
        IntStream.range(0, PARTS.size())
                .forEach(part -> IntStream.range(0, PARTS.get(part).members()).forEach(member -> hire(part, false)));
        Set<String> taken = new HashSet<>();
        people.forEach(person -> mailboxes.add(mailbox(person, taken)));
    }

    private void hire(int part, boolean heads) {
        int index = people.size();
        Chance chance = Chance.of("story-staff", index);
        boolean male = chance.percent(55);
        String name = switch (index) {
            case DIRECTOR -> "林致远";
            case MANAGER -> "沈若岚";
            case SELLER -> "周子航";
            default -> PersonNames.one(chance, male);
        };
        people.add(new Person(name, male, part, heads));
    }

    private static String mailbox(Person person, Set<String> taken) {
        String name = String.join("", Pinyin.syllablesOfPerson(person.name()));
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + number;
        }
        return free + HOUSE;
    }

    int size() {
        return people.size();
    }

    UUID id(int person) {
        return ids.id("person", person, begun);
    }

    Ref ref(int person) {
        return Ref.to(id(person));
    }

    /** How likely an average sale is won by this person, as a factor. */
    double skill(int person) {
        return person == SELLER ? 1.45 : 0.4 + 1.2 * Chance.of("story-skill", person).share();
    }

    /** How much of what happens they write down, as a factor. */
    double diligence(int person) {
        return person == SELLER ? 1.2 : 0.35 + Chance.of("story-diligence", person).share();
    }

    /** Who looks after a customer of this region; a few belong to the head of the department, and some of the largest to the director. */
    int sellerFor(String region, Chance chance) {
        int part = SELLING.getOrDefault(region, ABROAD);
        List<Integer> sellers = IntStream.range(0, people.size())
                .filter(person -> people.get(person).part() == part || part == KEY_ACCOUNTS && person == DIRECTOR)
                .boxed()
                .toList();
        double[] loads = sellers.stream()
                .mapToDouble(person -> person < FIRST_SELLER ? 0.3 : 0.5 + Chance.of("story-load", person).share())
                .toArray();
        return new Weighted<>(sellers, loads).one(chance);
    }

    UUID department(int part) {
        return ids.id("department", part, begun);
    }

    Chapter departments() {
        return new Chapter(DEPARTMENT, PARTS.size(), part -> Tale.of(Draft.create(DEPARTMENT, department(part), Map.of())
                .in(entered())
                .set(DEPARTMENT.name, PARTS.get(part).name())
                .set(DEPARTMENT.parent, part == 0 ? null : Ref.to(department(PARTS.get(part).above())))));
    }

    Chapter people() {
        return new Chapter(USER, people.size(), this::person);
    }

    /** The roles of those who are not mere sellers: whoever heads people sees what they do, the others see what their work needs. */
    Map<UUID, Set<String>> roles() {
        Map<UUID, Set<String>> roles = new LinkedHashMap<>();
        for (int index = 0; index < people.size(); index++) {
            String role = role(people.get(index));
            if (role != null) {
                roles.put(id(index), Set.of(role));
            }
        }
        return roles;
    }

    private static @Nullable String role(Person person) {
        return switch (PARTS.get(person.part()).name()) {
            case "总经理办公室" -> "director";
            case "市场部" -> "marketer";
            case "售前支持部" -> "technician";
            case "客户成功部" -> person.heads() ? "service-manager" : "agent";
            case "财务部" -> "finance";
            case "人事行政部" -> "reader";
            default -> person.heads() ? "sales-manager" : null;
        };
    }

    /** Heads are people, who have to be there first. */
    Chapter heads() {
        return new Chapter(DEPARTMENT, PARTS.size(), part -> new Tale(null, List.of(Draft.update(DEPARTMENT, department(part), null, Map.of())
                .in(entered())
                .set(DEPARTMENT.manager, ref(part)))));
    }

    /** When the company was entered. */
    Instant begun() {
        return begun;
    }

    Past entered() {
        return new Past(begun, maker);
    }

    private Tale person(int index) {
        Person person = people.get(index);
        Part part = PARTS.get(person.part());
        return Tale.of(Draft.create(USER, id(index), Map.of())
                .in(entered())
                .set(USER.name, person.name())
                .set(USER.login, Guest.login(index, mailboxes.get(index)))
                .set(USER.administrator, index == DIRECTOR)
                .set(USER.email, mailboxes.get(index))
                .set(USER.phone, "1390571" + "%04d".formatted(1000 + index * 37))
                .set(USER.position, person.heads() ? part.head() : part.position())
                .set(USER.department, Ref.to(department(person.part())))
                .set(USER.manager, index == 0 ? null : ref(above(person))));
    }

    private static int above(Person person) {
        return person.heads() ? PARTS.get(person.part()).above() : person.part();
    }
}
