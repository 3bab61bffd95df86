package io.keyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.AttributeKind;
import io.keyuan.engine.ObjectType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is tested of every definition is tested of attributes that companies add, though no test says so. */
@EveryDefinition
class EveryDefinitionTest {

    private final ObjectType type;

    EveryDefinitionTest(ObjectType type) {
        this.type = type;
    }

    @Test
    void someObjectsHaveAnAddedAttributeOfEveryType() {
        List<String> kinds = new ArrayList<>(List.of(AttributeKind.values()).stream().map(kind -> "c_" + kind.code()).toList());
        kinds.addAll(AddedToCompany.calculated(type.path()));

        List<String> added = type.attributes().stream().map(attribute -> attribute.name()).filter(name -> name.startsWith("c_")).toList();
        assertThat(added)
                .isEqualTo(AddedToCompany.OBJECTS.contains(type.path()) ? kinds : List.of());
    }
}
