package io.keyuan.engine.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Makes of everything a text asks for a run of its own, which is marked as such: Word cuts what somebody types into runs as it
 * likes. What is put in later bears no mark, so that it is never taken for something that is asked for.
 */
final class Tags {

    private static final String MARK = "keyuan-tag";
    private static final Pattern MERGE_FIELD = Pattern.compile("\\s*MERGEFIELD\\s+(?:\"([^\"]*)\"|(\\S+)).*", Pattern.DOTALL);

    private Tags() {}

    static void mark(Document text) {
        simpleFields(text);
        complexFields(text);
        for (Element paragraph : Xml.all(text, "p")) {
            join(paragraph);
            split(paragraph);
        }
    }

    /** In the order of the text. */
    static List<Element> in(Node root) {
        return Xml.all(root, Tags::isMarked, any -> true);
    }

    static boolean isMarked(Element run) {
        return run.hasAttribute(MARK);
    }

    static Tag of(Element run) {
        return java.util.Objects.requireNonNull(Tag.ofText(run.getAttribute(MARK)));
    }

    static String written(Element run) {
        return run.getAttribute(MARK);
    }

    static void unmark(Element run) {
        run.removeAttribute(MARK);
    }

    private static void simpleFields(Document text) {
        for (Element field : Xml.all(text, "fldSimple")) {
            String name = mergeField(Xml.attribute(field, "instr"));
            Element run = Xml.child(field, "r");
            if (name != null) {
                Node parent = java.util.Objects.requireNonNull(field.getParentNode());
                parent.replaceChild(run(field, run, "{{" + name + "}}"), field);
            }
        }
    }

    /** Begins, instruction, what it showed last, ends: each in runs of its own of one paragraph. */
    private static void complexFields(Document text) {
        for (Element paragraph : Xml.all(text, "p")) {
            List<Element> runs = Xml.all(paragraph, element -> Xml.is(element, "r"), inner -> !Xml.is(inner, "p") && !Xml.is(inner, "r") || Xml.is(inner, "r"));
            List<Element> field = new ArrayList<>();
            int depth = 0;
            for (Element run : runs) {
                String type = fieldChar(run);
                depth += type.equals("begin") ? 1 : 0;
                if (depth > 0) {
                    field.add(run);
                }
                if (type.equals("end") && depth > 0 && --depth == 0) {
                    replace(field);
                    field.clear();
                }
            }
        }
    }

    private static String fieldChar(Element run) {
        Element mark = Xml.child(run, "fldChar");
        return mark == null ? "" : Xml.attribute(mark, "fldCharType");
    }

    private static void replace(List<Element> field) {
        var instruction = new StringBuilder();
        field.forEach(run -> Xml.all(run, "instrText").forEach(part -> instruction.append(part.getTextContent())));
        String name = mergeField(instruction.toString());
        if (name == null) {
            return;
        }
        Element like = field.stream().filter(run -> Xml.child(run, "t") != null).findFirst().orElse(field.getFirst());
        Element first = field.getFirst();
        java.util.Objects.requireNonNull(first.getParentNode()).insertBefore(run(first, like, "{{" + name + "}}"), first);
        field.forEach(Xml::remove);
    }

    private static @Nullable String mergeField(String instruction) {
        Matcher match = MERGE_FIELD.matcher(instruction);
        return !match.matches() ? null : match.group(1) == null ? match.group(2) : match.group(1);
    }

    /** What was cut stands in the first of its runs afterwards, in whose letters it is shown. */
    private static void join(Element paragraph) {
        List<Element> texts = Xml.texts(paragraph);
        var whole = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (Element text : texts) {
            starts.add(whole.length());
            whole.append(text.getTextContent());
        }
        Matcher match = Tag.IN_TEXT.matcher(whole);
        List<int[]> cut = new ArrayList<>();
        while (match.find()) {
            if (owner(starts, match.start()) != owner(starts, match.end() - 1)) {
                cut.add(new int[] {match.start(), match.end()});
            }
        }
        if (cut.isEmpty()) {
            return;
        }
        List<StringBuilder> contents = texts.stream().map(any -> new StringBuilder()).toList();
        for (int i = 0; i < whole.length(); i++) {
            int at = i;
            int start = cut.stream().filter(range -> range[0] <= at && at < range[1]).mapToInt(range -> range[0]).findFirst().orElse(i);
            contents.get(owner(starts, start)).append(whole.charAt(i));
        }
        for (int i = 0; i < texts.size(); i++) {
            Element text = texts.get(i);
            text.setTextContent(contents.get(i).toString());
            text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
        }
    }

    private static int owner(List<Integer> starts, int at) {
        int owner = 0;
        for (int i = 0; i < starts.size(); i++) {
            owner = starts.get(i) <= at ? i : owner;
        }
        return owner;
    }

    private static void split(Element paragraph) {
        for (Element text : Xml.texts(paragraph)) {
            String words = text.getTextContent();
            Matcher match = Tag.IN_TEXT.matcher(words);
            if (Xml.is(text.getParentNode(), "r") && match.find()) {
                split((Element) java.util.Objects.requireNonNull(text.getParentNode()), text, words);
            }
        }
    }

    /** The run becomes several like it: what stood before the text, pieces of the text, what stood behind it. */
    private static void split(Element run, Element text, String words) {
        Node parent = java.util.Objects.requireNonNull(run.getParentNode());
        Element behind = run(run, run, null);
        Node next = text.getNextSibling();
        while (next != null) {
            Node following = next.getNextSibling();
            behind.appendChild(next);
            next = following;
        }
        parent.insertBefore(behind, run.getNextSibling());
        text.setTextContent("");
        Matcher match = Tag.IN_TEXT.matcher(words);
        int from = 0;
        while (match.find()) {
            plain(parent, behind, run, words.substring(from, match.start()));
            Element tag = run(run, run, null);
            tag.setAttribute(MARK, match.group());
            parent.insertBefore(tag, behind);
            from = match.end();
        }
        plain(parent, behind, run, words.substring(from));
        Xml.remove(text);
        if (isEmpty(run)) {
            Xml.remove(run);
        }
        if (isEmpty(behind)) {
            Xml.remove(behind);
        }
    }

    private static boolean isEmpty(Element run) {
        Node first = run.getFirstChild();
        return first == null || Xml.is(first, "rPr") && first.getNextSibling() == null;
    }

    private static void plain(Node parent, Element before, Element like, String words) {
        if (!words.isEmpty()) {
            parent.insertBefore(run(like, like, words), before);
        }
    }

    private static Element run(Node near, @Nullable Element like, @Nullable String words) {
        Element run = Xml.make(near, "r");
        Element letters = like == null ? null : Xml.child(like, "rPr");
        if (letters != null) {
            run.appendChild(letters.cloneNode(true));
        }
        if (words != null) {
            run.appendChild(Xml.text(near, words));
        }
        return run;
    }
}
