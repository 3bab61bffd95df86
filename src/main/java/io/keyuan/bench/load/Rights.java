package io.keyuan.bench.load;

import io.keyuan.bench.data.Staff;
import io.keyuan.bench.data.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What it costs that not everybody sees everything: the same requests by people who see a part, for different reasons. They are
 * compared with the administrator, who asks right after each of them.
 */
final class Rights {

    /** A name that {@code --only} finds all of them by. */
    private static final String PREFIX = "rights: ";

    private static final int DIFFERENT = 500;

    private final Subject subject;
    private final World world;

    Rights(Subject subject, World world) {
        this.subject = subject;
        this.world = world;
    }

    /** @param whose what stands behind the name of the work */
    private record Reader(String whose, String token) {}

    List<Work> all() {
        String administrator = subject.administrator();
        List<Work> works = new ArrayList<>();
        for (Reader reader : readers()) {
            for (Asked asked : asked()) {
                works.add(new Work(
                        PREFIX + asked.name() + ", " + reader.whose(), source(asked.paths(), reader.token()), source(asked.paths(), administrator)));
            }
        }
        return works;
    }

    private List<Reader> readers() {
        return List.of(
                reader("own, few", Staff.quiet(0.001)),
                reader("own, and by rules", Staff.withShare(0.001)),
                reader("own, a tenth of all", 0),
                reader("department and below", Staff.head(Staff.middle())),
                reader("all departments", Staff.widest()));
    }

    private Reader reader(String whose, int person) {
        return new Reader(whose, subject.token(Staff.login(person)));
    }

    private record Asked(String name, IntFunction<String> paths) {}

    private List<Asked> asked() {
        return List.of(
                new Asked("list of the newest", number -> "/api/v1/customers?limit=50"),
                new Asked("list by name", number -> "/api/v1/customers?limit=50&sort=name"),
                new Asked("list by revenue", number -> "/api/v1/customers?limit=50&sort=-revenue"),
                new Asked("list of contacts", number -> "/api/v1/contacts?limit=50"),
                new Asked("search, a rare word", number -> "/api/v1/search?q=" + Request.encoded(World.word(customer(number)))),
                new Asked("search, a word in most names", number -> "/api/v1/search?q=" + Request.encoded("公司")),
                new Asked("sums by grade", number -> "/api/v1/customers/aggregate?group=grade&measure=" + Request.encoded("count,sum(revenue)")));
    }

    private Client.Source source(IntFunction<String> paths, String token) {
        return HttpClient.source(subject.address(), number -> Request.get(paths.apply(number), token), answer -> answer.status() == 200);
    }

    private int customer(int number) {
        return Math.floorMod(number * 7919, Math.min(DIFFERENT, world.customers()));
    }
}
