package io.keyuan.engine.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The provinces, cities and districts of China. Beijing and its like have districts and no city; a city without districts, as Dongguan, is
 * the last there is; a county that a province governs itself stands where cities stand.
 */
public final class Divisions {

    private static final String SOURCE = "divisions.txt";
    private static final int CODE_LENGTH = 6;

    /** Words and codes that stand between a province and what it governs itself, and name no place. */
    static final List<String> NO_PLACES = List.of("市辖区", "省直辖县级行政区划", "自治区直辖县级行政区划", "县");

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern CODE_OF_NO_PLACE = Pattern.compile("(?:11|12|31|50)0[12]00|[1-6][0-9]9000");

    private static final Divisions INSTANCE = new Divisions();

    private final Map<String, Division> byCode = new LinkedHashMap<>();
    private final Map<Division, Map<String, Named>> below = new HashMap<>();
    private final Map<String, Named> anywhere = new HashMap<>();

    private Divisions() {
        try (BufferedReader lines = open()) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byCode.values().stream().filter(each -> each.level() != AddressPart.DISTRICT).forEach(each -> below.put(each, namesBelow(each)));
        anywhere.putAll(names(byCode.values().stream().filter(each -> each.above() == null).toList(), byCode.values()));
    }

    /** @param sure whether nothing else can be meant by the name */
    public record Named(Division division, boolean sure) {}

    private static BufferedReader open() {
        InputStream file = Objects.requireNonNull(Divisions.class.getResourceAsStream(SOURCE), SOURCE);
        return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    }

    /** What is above comes before. */
    private void add(String line) {
        String code = line.substring(0, CODE_LENGTH);
        Division above = above(code);
        AddressPart level = above == null
                ? AddressPart.PROVINCE
                : above.above() == null && !above.isMunicipality() ? AddressPart.CITY : AddressPart.DISTRICT;
        String[] names = line.substring(CODE_LENGTH + 1).split(" ");
        byCode.put(code, new Division(code, names[0], names[names.length - 1], above, level));
    }

    private @Nullable Division above(String code) {
        return Stream.of(code.substring(0, 4) + "00", code.substring(0, 2) + "0000")
                .filter(each -> !each.equals(code))
                .map(byCode::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Named> namesBelow(Division division) {
        List<Division> all = byCode.values().stream().filter(each -> each != division && each.isIn(division)).toList();
        return names(all.stream().filter(each -> division.equals(each.above())).toList(), all);
    }

    /**
     * @param own those that count whatever others are called
     * @param all those of which a name counts where only one has it, the own among them
     */
    private static Map<String, Named> names(Collection<Division> own, Collection<Division> all) {
        Map<String, List<Division>> byName = new HashMap<>();
        all.forEach(each -> Stream.concat(each.names().stream(), Stream.of(each.stem())).distinct()
                .forEach(name -> byName.merge(name, List.of(each), (some, more) -> Stream.concat(some.stream(), more.stream()).toList())));
        Map<String, Named> names = new HashMap<>();
        byName.forEach((name, divisions) -> {
            List<Division> firsts = divisions.stream().filter(own::contains).toList();
            List<Division> meant = firsts.isEmpty() ? divisions : firsts;
            if (meant.size() == 1) {
                names.put(name, new Named(meant.getFirst(), meant.getFirst().names().contains(name)));
            }
        });
        return names;
    }

    /** All of them, what is above before what lies in it. */
    public static Collection<Division> all() {
        return Collections.unmodifiableCollection(INSTANCE.byCode.values());
    }

    /** @return null where no division has this code */
    public static @Nullable Division find(@Nullable String code) {
        return code == null ? null : INSTANCE.byCode.get(code);
    }

    /**
     * Whether it may be the code of a division that was there once: divisions come and go, and what people wrote down stays.
     *
     * @param above the code of what it would lie in, of one that is there or was; the first digits tell
     */
    public static boolean mayHaveBeen(String code, String above) {
        return CODE.matcher(code).matches() && find(code) == null && !code.equals(above) && code.startsWith(above.replaceFirst("(?:00)+$", ""));
    }

    /** Whether it is a code or name that stands where a city would, and is none. */
    public static boolean isNoPlace(String text) {
        return CODE_OF_NO_PLACE.matcher(text).matches() || NO_PLACES.contains(text);
    }

    /**
     * What is called so: directly below, or deeper where only one is.
     *
     * @param above where to look; null for all of China
     */
    public static @Nullable Named named(@Nullable Division above, String name) {
        return (above == null ? INSTANCE.anywhere : INSTANCE.below.getOrDefault(above, Map.of())).get(name);
    }
}
