package io.keyuan.engine.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The tree of a text of Word, walked by the names Word gives its parts. */
final class Xml {

    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private Xml() {}

    static boolean is(@Nullable Node node, String name) {
        return node instanceof Element element && WORD.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static Element make(Node near, String name) {
        return java.util.Objects.requireNonNull(near.getOwnerDocument()).createElementNS(WORD, "w:" + name);
    }

    static String attribute(Element element, String name) {
        return element.getAttributeNS(WORD, name);
    }

    /** In the order of the text, the root among them; what is inside of what does not pass is left out with it. */
    static List<Element> all(Node root, Predicate<Element> wanted, Predicate<Element> entered) {
        List<Element> found = new ArrayList<>();
        collect(root, wanted, entered, found);
        return found;
    }

    static List<Element> all(Node root, String name) {
        return all(root, element -> is(element, name), any -> true);
    }

    private static void collect(Node node, Predicate<Element> wanted, Predicate<Element> entered, List<Element> found) {
        if (node instanceof Element element && wanted.test(element)) {
            found.add(element);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && entered.test(inner)) {
                collect(inner, wanted, entered, found);
            }
        }
    }

    /** The texts of a paragraph itself, without those of boxes that hang on it. */
    static List<Element> texts(Element paragraph) {
        return all(paragraph, element -> is(element, "t"), inner -> !is(inner, "p"));
    }

    static String text(Element paragraph) {
        var text = new StringBuilder();
        texts(paragraph).forEach(each -> text.append(each.getTextContent()));
        return text.toString();
    }

    static @Nullable Element above(@Nullable Node node, String name) {
        Node at = node;
        while (at != null && !is(at, name)) {
            at = at.getParentNode();
        }
        return (Element) at;
    }

    static @Nullable Element child(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (is(child, name)) {
                return (Element) child;
            }
        }
        return null;
    }

    static void remove(Node node) {
        Node parent = node.getParentNode();
        if (parent != null) {
            parent.removeChild(node);
        }
    }

    /** A text of one run is never shortened at its ends. */
    static Element text(Node near, String words) {
        Element text = make(near, "t");
        text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
        text.setTextContent(words);
        return text;
    }
}
