package io.keyuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The modules keep to what they say of themselves: who may use whom, and of each other only the public face. */
class ModularityTest {

    private static final Path DIAGRAM = Path.of("target", "spring-modulith-docs", "components.puml");

    private final ApplicationModules modules = ApplicationModules.of(Keyuan.class);

    @Test
    void noModuleReachesIntoAnotherOrUsesOneItDoesNotName() {
        modules.verify();
    }

    @Test
    void theMapOfTheHouseShowsEveryModule() throws Exception {
        String map = Files.readString(Path.of("ARCHITECTURE.md"));

        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(map).contains(name));
    }

    /** For ARCHITECTURE.md: {@code target/spring-modulith-docs/components.puml}. */
    @Test
    void theDiagramIsDrawn() throws Exception {
        new Documenter(modules).writeModulesAsPlantUml();

        assertThat(Files.readString(DIAGRAM)).contains("Engine", "Identity", "depends on");
    }
}
