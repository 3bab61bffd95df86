package io.keyuan.engine;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be done with a record beyond changing it: {@code POST …/{id}/<path>}, for whoever may edit it.
 *
 * @param name in lower camel case
 * @param of the choice that says whether it is offered
 * @param meanings of that choice for which it is
 */
public record Command(String name, Attribute<Choice> of, Set<Enum<?>> meanings) {

    public String path() {
        return Names.separated(name, '-');
    }

    public Set<String> meaningCodes() {
        return meanings.stream().map(ChoiceType::code).collect(Collectors.toSet());
    }
}
