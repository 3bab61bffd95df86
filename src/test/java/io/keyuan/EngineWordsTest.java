package io.keyuan;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.Definitions;
import io.keyuan.engine.ObjectType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine works on any object, so its sources, examples and remarks name none of those that modules define. */
class EngineWordsTest {

    private static final Path ENGINE = Path.of("src/main/java/io/keyuan/engine");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** The message files of the engine; what a column of an object is called beside its label stands with the object's. */
    private static final Pattern ENGINES_MESSAGES = Pattern.compile("(engine|imports|assign|jobs|audit)(_\\w+)?\\.properties");

    /** Modules whose objects are business: people, departments and teams are who works with the program, whatever the business. */
    private static final Set<String> MODULES = Set.of("customers", "catalog", "sales", "activities");

    /** Also words of every day: what leads somewhere, a task of a thread, the product of a path, how the parts of a workbook stand to each other. Only as texts of their own are they objects. */
    private static final Set<String> EVERYDAY = Set.of("lead", "leads", "task", "tasks", "product", "products", "relationship", "relationships");

    /** Money is a value of the engine, so it asks for rates itself; a module has objects for them. */
    private static final Set<String> ALSO_THE_ENGINES = Set.of("exchangeRate", "exchange-rates");

    /**
     * The single characters by which texts in Chinese are told apart, that two of them make a word says nothing; and what the mailboxes of
     * offices are called.
     */
    private static final Set<String> LISTS = Set.of("EncodingDetector.java", "Mailbox.java");

    @Test
    void theEnginesSourcesNameNoBusinessObject() {
        Pattern anywhere = named();
        Pattern asText = Pattern.compile("\"/?(api/v1/)?(" + String.join("|", EVERYDAY) + ")\"");

        assertThat(lines(ENGINE, file -> file.toString().endsWith(".java") && !LISTS.contains(file.getFileName().toString())).filter(line -> anywhere.matcher(line.text()).find() || asText.matcher(line.text()).find()).toList()).isEmpty();
    }

    @Test
    void theEnginesMessagesNameNoBusinessObject() {
        Pattern anywhere = named();

        assertThat(lines(MESSAGES, file -> ENGINES_MESSAGES.matcher(file.getFileName().toString()).matches())).isNotEmpty()
                .noneMatch(line -> anywhere.matcher(line.text()).find());
    }

    private static Pattern named() {
        String names = names().filter(name -> !EVERYDAY.contains(name) && !ALSO_THE_ENGINES.contains(name)).collect(Collectors.joining("|"));
        return Pattern.compile("(?i)(" + names + ")|客户|客戶|商机|商機");
    }

    private static Stream<String> names() {
        List<ObjectType> business = Definitions.all().all().stream().filter(type -> MODULES.contains(module(type))).toList();
        assertThat(business).extracting(ObjectType::name).contains("customer", "contact", "opportunity", "lead", "product", "task");
        return business.stream().flatMap(type -> Stream.of(type.name(), type.path())).distinct();
    }

    private static String module(ObjectType type) {
        return type.getClass().getPackageName().replaceFirst("^io\\.keyuan\\.", "").replaceFirst("\\..*$", "");
    }

    /** A line of a source, told so that it can be found. */
    private record Line(Path file, int number, String text) {}

    private static Stream<Line> lines(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(wanted).flatMap(EngineWordsTest::lines).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Line> lines(Path file) {
        try {
            List<Line> lines = new ArrayList<>();
            for (String text : Files.readAllLines(file)) {
                lines.add(new Line(file, lines.size() + 1, text));
            }
            return lines.stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
