package io.keyuan.bench.load;

import io.keyuan.bench.data.Staff;
import io.keyuan.bench.data.World;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything that is read: lists, searches, single records. */
final class Readings {

    private static final int PAGE = 50;
    /** From so many customers on even those who see the least have a page of them. */
    private static final int ENOUGH = 100_000;
    /** Names, pages and records asked for in turn: enough that no answer is simply the one before. */
    private static final int DIFFERENT = 500;
    private static final int TAIL = 6;
    private static final int COUNTED = 1_000;
    private static final double GRADE_A = 0.1;

    private final Subject subject;
    private final World world;
    private final Statements statements;

    Readings(Subject subject, World world) {
        this.subject = subject;
        this.world = world;
        this.statements = new Statements(subject.tenant());
    }

    List<Work> all() {
        Reader everything = new Reader("", subject.administrator(), null, 1);
        Reader much = reader(Staff.withShare(0.04));
        Reader little = reader(Staff.withShare(0.001));
        return List.of(
                newest(everything), largest(everything), newest(much), largest(much), newest(little), largest(little),
                search("search, a rare word", false, number -> World.word(customer(number))),
                search("search, a word in most names", true, number -> "公司"),
                search("search, a word in a fifth of names", true, number -> "科技"),
                search("search, pinyin", false, number -> World.pinyin(customer(number))),
                search("search, the end of a telephone number", false, this::tail),
                get());
    }

    private Reader reader(int person) {
        String whose = ", who sees %.1f %%".formatted(100 * Staff.share(person));
        return new Reader(whose, subject.token(Staff.login(person)), Staff.id(person), Staff.share(person));
    }

    private int customer(int number) {
        return Math.floorMod(number * 7919, Math.min(DIFFERENT, world.customers()));
    }

    private Work newest(Reader reader) {
        return new Work(
                "list of the newest" + reader.whose(),
                ask(reader, "/api/v1/customers?limit=50", this::isPage),
                SqlClient.source(subject.database(), number -> statements.newest(reader.person(), isCounted(reader.share()))));
    }

    private Work largest(Reader reader) {
        String path = "/api/v1/customers?limit=50&sort=-revenue&filter=" + Request.encoded("grade == 'a'");
        return new Work(
                "list of grade A by revenue" + reader.whose(),
                ask(reader, path, answer -> isSome(answer) && answer.count("\"grade\":\"a\"") == answer.count("\"version\":")),
                SqlClient.source(subject.database(), number -> statements.largest(reader.person(), isCounted(reader.share() * GRADE_A))));
    }

    private Client.Source ask(Reader reader, String path, Predicate<HttpConnection.Answer> right) {
        Request request = Request.get(path, reader.token());
        return HttpClient.source(subject.address(), number -> request, right);
    }

    private boolean isPage(HttpConnection.Answer answer) {
        boolean full = world.customers() < ENOUGH || answer.count("\"version\":") == PAGE;
        return full && isSome(answer);
    }

    private static boolean isSome(HttpConnection.Answer answer) {
        return answer.status() == 200 && answer.count("{\"items\":[") == 1 && answer.count("\"count\":{\"value\":") == 1;
    }

    private Work search(String name, boolean frequent, IntFunction<String> words) {
        String token = subject.administrator();
        return new Work(
                name,
                HttpClient.source(
                        subject.address(),
                        number -> Request.get("/api/v1/search?q=" + Request.encoded(words.apply(number)), token),
                        answer -> answer.status() == 200 && answer.count("\"object\":") > 0),
                SqlClient.source(subject.database(), number -> statements.search(words.apply(number), frequent)));
    }

    private String tail(int number) {
        String phone = world.phone(customer(number));
        return phone.substring(phone.length() - TAIL);
    }

    private Work get() {
        IntFunction<UUID> ids = number -> world.customerId(Math.floorMod(number * 7919, world.customers()));
        String token = subject.administrator();
        return new Work(
                "open one record",
                HttpClient.source(
                        subject.address(),
                        number -> Request.get("/api/v1/customers/" + ids.apply(number), token),
                        answer -> answer.status() == 200 && answer.count("\"version\":") == 1),
                SqlClient.source(subject.database(), number -> statements.get(ids.apply(number))));
    }

    /** The program remembers that there are more than a thousand, and counts what is fewer each time. */
    private boolean isCounted(double share) {
        return share * world.customers() < COUNTED;
    }

    /**
     * @param person null for the administrator, who sees everything
     * @param share of all customers that the person sees
     */
    private record Reader(String whose, String token, @Nullable UUID person, double share) {}
}
