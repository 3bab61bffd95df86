package io.keyuan.engine.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Puts values in the place of what a template asks for. */
final class Filling {

    /** Controls that XML cannot hold, halves of characters, and marks that would turn the direction of what comes after. */
    private static final String UNWRITABLE = "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}";

    private final List<Map<?, ?>> known;

    private Filling(List<Map<?, ?>> known) {
        this.known = known;
    }

    /** @param values texts, and lists of such maps for lines, by path as the template writes it */
    static byte[] fill(byte[] template, Map<?, ?> values) throws java.io.IOException {
        WordPackage word = WordPackage.read(template);
        WordChecks.require(word);
        WordChecks.clean(word);
        var filling = new Filling(List.of(values));
        for (String name : word.texts()) {
            Document text = word.xml(name);
            Tags.mark(text);
            filling.fill(List.of(Objects.requireNonNull(text.getDocumentElement())));
            word.put(name, text);
        }
        return word.written();
    }

    private void fill(List<Node> nodes) {
        List<Element> tags = in(nodes);
        Set<Element> done = new HashSet<>();
        for (int i = 0; i < tags.size(); i++) {
            Element run = tags.get(i);
            Tag tag = Tags.of(run);
            if (done.contains(run)) {
                continue;
            }
            if (tag.opens()) {
                Section section = Section.of(tags, i);
                done.addAll(in(section.unit()));
                repeat(section, tag);
            } else if (tag.kind() == Tag.Kind.CLOSE) {
                Xml.remove(run);
            } else {
                write(run, tag);
            }
        }
    }

    private static List<Element> in(List<? extends Node> nodes) {
        List<Element> tags = new ArrayList<>();
        nodes.forEach(node -> tags.addAll(Tags.in(node)));
        return tags;
    }

    /** Under this name stands that a value is a no: it has words like any other, and yet what is shown for it is not. */
    static String no(String path) {
        return "!" + path;
    }

    private void repeat(Section section, Tag tag) {
        Object value = find(tag.path());
        boolean there = value instanceof List<?> lines ? !lines.isEmpty() : value instanceof String text && !text.isBlank() && find(no(tag.path())) == null;
        if (tag.kind() == Tag.Kind.OPEN_WITHOUT) {
            copies(section, there ? List.of() : List.of(Map.of()));
        } else if (value instanceof List<?> lines) {
            copies(section, lines.stream().<Map<?, ?>>map(line -> (Map<?, ?>) line).toList());
        } else {
            copies(section, there ? List.of(Map.of()) : List.of());
        }
        section.remove();
    }

    private void copies(Section section, List<? extends Map<?, ?>> lines) {
        for (Map<?, ?> line : lines) {
            List<Map<?, ?>> inner = new ArrayList<>(List.of(line));
            inner.addAll(known);
            new Filling(inner).fill(section.copy());
        }
    }

    private @Nullable Object find(String path) {
        return known.stream().filter(map -> map.containsKey(path)).findFirst().<@Nullable Object>map(map -> map.get(path)).orElse(null);
    }

    private void write(Element run, Tag tag) {
        Object value = find(tag.path());
        String text = value instanceof String known && !known.isBlank() ? known : tag.otherwise();
        Tags.unmark(run);
        boolean first = true;
        for (String line : text.replace("\r\n", "\n").replace('\r', '\n').replaceAll(UNWRITABLE, "").split("\n", -1)) {
            if (!first) {
                run.appendChild(Xml.make(run, "br"));
            }
            first = false;
            tabbed(run, line);
        }
    }

    private static void tabbed(Element run, String line) {
        String[] pieces = line.split("\t", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                run.appendChild(Xml.make(run, "tab"));
            }
            run.appendChild(Xml.text(run, pieces[i]));
        }
    }
}
