package io.keyuan.engine.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Which layout holds, against somebody who looks through them one rule after the other. */
class ObjectLayoutsTest {

    private static final List<UUID> ROLES = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));

    @Property
    void theMostParticularHolds(@ForAll("settled") ObjectLayouts settled, @ForAll("kinds") String kind, @ForAll("roles") Set<UUID> roles) {
        assertThat(settled.of(known(kind), roles)).isSameAs(looked(settled.layouts(), known(kind), roles));
    }

    @Property
    void whatIsChosenForAllKindsIsChosenForEach(@ForAll("settled") ObjectLayouts settled, @ForAll("kinds") String kind, @ForAll("roles") Set<UUID> roles) {
        LayoutsOfCaller.Chosen chosen = ChosenLayouts.choose(settled, roles);

        Layout shown = chosen.byKind().getOrDefault(kind, chosen.plain());

        assertThat(shown).isEqualTo(settled.of(known(kind), roles));
    }

    private static @Nullable Layout looked(List<Layout> layouts, @Nullable String kind, Set<UUID> roles) {
        for (boolean byKind : kind == null ? new boolean[] {false} : new boolean[] {true, false}) {
            for (boolean byRole : new boolean[] {true, false}) {
                for (Layout layout : layouts) {
                    boolean ofKind = byKind ? layout.kind() != null && layout.kind().equals(kind) : layout.kind() == null;
                    boolean ofRole = byRole ? layout.role() != null && roles.contains(layout.role()) : layout.role() == null;
                    if (ofKind && ofRole) {
                        return layout;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String known(String kind) {
        return kind.isEmpty() ? null : kind;
    }

    @Provide
    Arbitrary<String> kinds() {
        return Arbitraries.of("", "retail", "key", "other");
    }

    @Provide
    Arbitrary<Set<UUID>> roles() {
        return Arbitraries.of(ROLES).set();
    }

    @Provide
    Arbitrary<ObjectLayouts> settled() {
        return Combinators.combine(kinds(), Arbitraries.of(ROLES).injectNull(0.4), Arbitraries.strings().alpha().ofLength(3))
                .as((kind, role, name) -> new Layout(known(kind), role, List.of(), List.of(name), null))
                .list().uniqueElements(layout -> layout.kind() + " " + layout.role()).ofMaxSize(8)
                .map(layouts -> new ObjectLayouts("kind", layouts, List.of(), List.of()));
    }
}
