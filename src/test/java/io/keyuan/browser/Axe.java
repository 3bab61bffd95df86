package io.keyuan.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds what keeps people from using a page who do not see it, or see it badly: the rules of WCAG 2.2, levels A and AA, that a program can judge. */
final class Axe {

    private static final Path SCRIPT = Path.of("web", "node_modules", "axe-core", "axe.min.js");
    private static final Set<String> BAD = Set.of("serious", "critical");
    /** What fades in has other colours meanwhile, and what goes is still there. What turns for ever is not waited for. */
    private static final String STANDS_STILL =
            "() => document.getAnimations().every(each => each.playState !== 'running' || each.effect.getTiming().iterations === Infinity)";
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Axe() {}

    /** @return what is seriously wrong, with the places where; empty where nothing is */
    static List<String> faults(Visit visit) {
        return faults(visit, "html");
    }

    /** @param part of the page, by a selector; the rest is not looked at */
    static List<String> faults(Visit visit, String part) {
        visit.page().waitForFunction(STANDS_STILL);
        visit.page().evaluate(script());
        Object found = visit.page().evaluate(
                "([part, ...rules]) => axe.run(part, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']}).then(({violations}) => JSON.stringify(violations))",
                Stream.concat(Stream.of(part), RULES.stream()).toList());
        return JsonMapper.shared().readTree(found.toString()).valueStream()
                .filter(violation -> BAD.contains(violation.path("impact").asString("")))
                .map(Axe::words)
                .toList();
    }

    private static String words(JsonNode violation) {
        List<String> places = violation.get("nodes").valueStream()
                .limit(4)
                .map(node -> node.get("target") + " " + shortened(node.get("html").asString()) + " " + shortened(node.path("failureSummary").asString("")))
                .toList();
        return violation.get("id").asString() + ": " + String.join(" | ", places);
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() > 220 ? line.substring(0, 220) + "…" : line;
    }

    private static String script() {
        try {
            return Files.readString(SCRIPT);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
