package io.keyuan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What fits to what, against an evaluator that looks at each pair by itself. */
class ChoiceDependencyPropertyTest {

    private static final List<String> OWN = List.of("x", "y", "z");
    private static final List<String> OTHERS = List.of("a", "b", "c", "d");

    @Provide
    Arbitrary<Map<String, Set<String>>> matrices() {
        return Arbitraries.maps(Arbitraries.of(OTHERS), Arbitraries.of(OWN).set());
    }

    @Provide
    Arbitrary<Set<String>> own() {
        return Arbitraries.of(OWN).set();
    }

    @Provide
    Arbitrary<Set<String>> others() {
        return Arbitraries.of(OTHERS).set();
    }

    private static boolean fits(Map<String, Set<String>> matrix, String code, Set<String> chosen) {
        boolean fits = chosen.isEmpty();
        for (String other : chosen) {
            fits |= !matrix.containsKey(other) || matrix.getOrDefault(other, Set.of()).contains(code);
        }
        return fits;
    }

    @Property
    void whatFitsIsWhatFitsToAnyOfThoseChosen(
            @ForAll("matrices") Map<String, Set<String>> matrix, @ForAll("own") Set<String> codes, @ForAll("others") Set<String> chosen) {
        var dependency = new ChoiceDependency("other", matrix);

        assertThat(dependency.fits(codes, chosen)).isEqualTo(codes.stream().allMatch(code -> fits(matrix, code, chosen)));
        Set<String> fitting = dependency.fitting(chosen);
        if (fitting != null) {
            assertThat(OWN.stream().filter(fitting::contains)).containsExactlyElementsOf(OWN.stream().filter(code -> fits(matrix, code, chosen)).toList());
        }
    }

    @Property
    void whatIsNoChoiceAnyMoreIsForgottenOnBothSides(
            @ForAll("matrices") Map<String, Set<String>> matrix, @ForAll("own") Set<String> own, @ForAll("others") Set<String> others) {
        ChoiceDependency left = new ChoiceDependency("other", matrix).among(own, others);

        assertThat(others).containsAll(left.fits().keySet());
        left.fits().forEach((code, fitting) -> {
            Set<String> expected = new HashSet<>(matrix.getOrDefault(code, Set.of()));
            expected.retainAll(own);
            assertThat(fitting).isEqualTo(expected);
        });
    }
}
