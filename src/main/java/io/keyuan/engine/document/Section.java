package io.keyuan.engine.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What stands between two marks: words of a paragraph, paragraphs and tables, or rows of a table. Of a table that is never a part of a
 * row: marks in two cells of a row mean the row.
 *
 * @param unit neighbours, from the one with the first mark to the one with the last
 * @param opens which of what the unit asks for is the first mark
 * @param closes which is the last
 */
record Section(List<Node> unit, int opens, int closes) {

    private static final String WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml";

    /** What must not be in a document twice, and nothing is lost without. */
    private static final Set<String> ONCE = Set.of("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd");

    /** @param tags of which this one opens */
    static Section of(List<Element> tags, int opening) {
        Element open = tags.get(opening);
        Element close = tags.get(closing(tags, opening));
        Node around = around(open, close);
        Node first = below(around, open);
        Node last = below(around, close);
        if (Xml.is(around, "tr")) {
            first = around;
            last = around;
        }
        List<Node> unit = new ArrayList<>();
        for (@Nullable Node node = first; node != null; node = node.equals(last) ? null : node.getNextSibling()) {
            unit.add(node);
        }
        List<Element> inside = new ArrayList<>();
        unit.forEach(node -> inside.addAll(Tags.in(node)));
        return new Section(unit, inside.indexOf(open), inside.indexOf(close));
    }

    private static int closing(List<Element> tags, int opening) {
        int depth = 0;
        for (int i = opening; i < tags.size(); i++) {
            Tag tag = Tags.of(tags.get(i));
            depth += tag.opens() ? 1 : tag.kind() == Tag.Kind.CLOSE ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new Refusal("template-section-not-closed");
    }

    private static Node around(Node one, Node other) {
        Node at = Objects.requireNonNull(one.getParentNode());
        while (!contains(at, other)) {
            at = Objects.requireNonNull(at.getParentNode());
        }
        return at;
    }

    private static boolean contains(Node outer, @Nullable Node node) {
        return node != null && (node.equals(outer) || contains(outer, node.getParentNode()));
    }

    private static Node below(Node outer, Node inner) {
        Node at = inner;
        while (!outer.equals(at.getParentNode())) {
            at = Objects.requireNonNull(at.getParentNode());
        }
        return at;
    }

    /** Whether every mark of the unit has its other one in it: else the unit is part of another section, and of another again. */
    boolean isWhole() {
        int depth = 0;
        for (Node node : unit) {
            for (Element mark : Tags.in(node)) {
                Tag tag = Tags.of(mark);
                depth += tag.opens() ? 1 : tag.kind() == Tag.Kind.CLOSE ? -1 : 0;
                if (depth < 0) {
                    return false;
                }
            }
        }
        return depth == 0;
    }

    /** Once more in front of the unit, without its marks. */
    List<Node> copy() {
        Node before = unit.getFirst();
        Node parent = Objects.requireNonNull(before.getParentNode());
        List<Node> copies = new ArrayList<>();
        for (Node node : unit) {
            Node copy = node.cloneNode(true);
            parent.insertBefore(copy, before);
            copies.add(copy);
        }
        List<Element> tags = new ArrayList<>();
        copies.forEach(node -> {
            once(node);
            tags.addAll(Tags.in(node));
        });
        for (int mark : new int[] {opens, closes}) {
            copies.removeAll(drop(tags.get(mark)));
        }
        return copies;
    }

    private static void once(Node copy) {
        Xml.all(copy, element -> Xml.WORD.equals(element.getNamespaceURI()) && ONCE.contains(element.getLocalName()), any -> true)
                .forEach(Xml::remove);
        Xml.all(copy, element -> element.hasAttributeNS(WORD_2010, "paraId"), any -> true)
                .forEach(element -> element.removeAttributeNS(WORD_2010, "paraId"));
    }

    /** @return what is gone: the mark, and the paragraph where it held nothing else */
    private static List<Node> drop(Element mark) {
        Element paragraph = Xml.above(mark, "p");
        Xml.remove(mark);
        if (paragraph == null || !isEmpty(paragraph) || isAlone(paragraph)) {
            return List.of(mark);
        }
        Xml.remove(paragraph);
        return List.of(mark, paragraph);
    }

    private static boolean isEmpty(Element paragraph) {
        Element settings = Xml.child(paragraph, "pPr");
        return paragraph.getTextContent().isBlank() && isPlain(paragraph) && (settings == null || Xml.child(settings, "sectPr") == null);
    }

    private static boolean isPlain(Node node) {
        return Xml.all(node, element -> Tags.isMarked(element) || Set.of("drawing", "pict", "br", "object", "sym", "tab").contains(element.getLocalName()), any -> true)
                .isEmpty();
    }

    /** A cell without a paragraph is broken. */
    private static boolean isAlone(Element paragraph) {
        Node parent = Objects.requireNonNull(paragraph.getParentNode());
        return Xml.is(parent, "tc") && Xml.all(parent, element -> Xml.is(element, "p"), inner -> !Xml.is(inner, "p")).size() == 1;
    }

    void remove() {
        Node parent = Objects.requireNonNull(unit.getFirst().getParentNode());
        unit.forEach(parent::removeChild);
        if (Xml.is(parent, "tc") && Xml.child((Element) parent, "p") == null) {
            parent.appendChild(Xml.make(parent, "p"));
        }
        if (Xml.is(parent, "tbl") && Xml.child((Element) parent, "tr") == null) {
            Xml.remove(parent);
        }
    }
}
