package io.keyuan.engine.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.keyuan.engine.AddressType;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.address.AddressReading;
import io.keyuan.engine.address.Countries;
import io.keyuan.engine.address.Division;
import io.keyuan.engine.address.Divisions;
import io.keyuan.engine.text.Pinyin;
import io.keyuan.engine.text.SortKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** Tells of what addresses are put together: the countries, and China's divisions. */
@RestController
class PlacesController {

    /** Those of the people for whom the program is made come first. */
    private static final List<String> FIRST = List.of("CN", "HK", "MO", "TW");

    /** More than any address has; of characters. */
    private static final int LONGEST = 500;

    private final DescribedTenant tenant;
    private final JsonMapper json;
    private final LoadingCache<Locale, TaggedJson> written = Caffeine.newBuilder().maximumSize(Languages.all().size()).build(this::write);

    PlacesController(DescribedTenant tenant, JsonMapper json) {
        this.tenant = tenant;
        this.json = json;
    }

    /** @param divisions provinces, cities and districts; what is above before what lies in it */
    record Places(List<Country> countries, List<Place> divisions) {}

    record Country(String code, String name) {}

    /**
     * @param other how it is written in the other Chinese script; null where that is the same
     * @param above the code of what it lies in; null for a province
     * @param level {@code province}, {@code city} or {@code district}
     * @param spelling in pinyin, a blank between syllables
     */
    record Place(String code, String name, @Nullable String other, @Nullable String above, String level, String spelling) {

        static Place of(Division division, Locale language) {
            Division above = division.above();
            String name = division.name(language);
            String other = name.equals(division.name()) ? division.traditional() : division.name();
            return new Place(
                    division.code(), name, other.equals(name) ? null : other, above == null ? null : above.code(), division.level().code(),
                    String.join(" ", Pinyin.syllables(division.name())));
        }
    }

    @GetMapping("/api/v1/places")
    @Nullable ResponseEntity<byte[]> places(HttpServletRequest request, ServletWebRequest exchange) {
        return written.get(tenant.language(request)).answer(exchange);
    }

    /** What a line says, for forms into which a whole address was pasted; nothing is kept. */
    @PostMapping("/api/v1/places/address")
    Map<String, Object> read(@RequestBody Written written) {
        String text = written.text() == null ? "" : written.text().strip().replaceAll("\\s+", " ");
        if (text.isEmpty() || text.length() > LONGEST) {
            throw Problem.of(
                    ProblemKind.RULE_BROKEN,
                    text.isEmpty() ? Fault.at("text", "required") : Fault.at("text", "too-long", LONGEST, text.length()));
        }
        return AddressType.parts(AddressReading.of(text));
    }

    /** An address as one line. */
    record Written(@Nullable String text) {}

    private TaggedJson write(Locale language) {
        List<Country> countries = Countries.codes().stream()
                .map(code -> new Country(code, Countries.name(code, language)))
                .sorted(Comparator.comparingInt((Country each) -> FIRST.contains(each.code()) ? FIRST.indexOf(each.code()) : FIRST.size())
                        .thenComparing(each -> SortKey.of(each.name())))
                .toList();
        return TaggedJson.of(json.writeValueAsBytes(new Places(countries, Divisions.all().stream().map(each -> Place.of(each, language)).toList())));
    }
}
