package io.keyuan.engine.document;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Keeps out what would run, or fetch something, on the desk of whoever opens a document, and what nobody can put values into. */
final class WordChecks {

    private static final String MAIN = "wordprocessingml.document.main+xml";
    private static final String ROOT = "_rels/.rels";
    private static final Set<String> REFUSED =
            Set.of("oleObject", "package", "control", "activeXControlBinary", "aFChunk", "vbaProject", "subDocument", "frame", "attachedToolbars");

    /** What Word leaves in a letter of where it was made; it goes. */
    private static final Pattern LEFT = Pattern.compile("attachedTemplate|mailMerge.*|recipientData");

    private static final Pattern FETCHING =
            Pattern.compile("\\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|DATABASE|IMPORT|MACROBUTTON)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private WordChecks() {}

    /** @throws Refusal where it may not be a template */
    static void require(WordPackage word) {
        String types = word.text(WordPackage.TYPES);
        if (types.contains("macroEnabled") || word.names().stream().anyMatch(name -> name.contains("vbaProject"))) {
            throw new Refusal("template-macros");
        }
        if (!types.contains(MAIN)) {
            throw new Refusal("template-not-word");
        }
        word.names().stream().filter(name -> name.endsWith(".rels")).forEach(name -> require(word, name));
        requireMain(word);
        for (String name : word.texts()) {
            Document text = word.xml(name);
            // The strict kind says the same in other words, in which nothing would be found.
            if (!Xml.WORD.equals(Objects.requireNonNull(text.getDocumentElement()).getNamespaceURI())) {
                throw new Refusal("template-not-word");
            }
            requireFields(text);
        }
    }

    /** The text is where it is looked for. */
    private static void requireMain(WordPackage word) {
        if (!word.names().contains(ROOT)) {
            throw new Refusal("template-not-word");
        }
        for (Element each : relationships(word.xml(ROOT))) {
            if (type(each).equals("officeDocument") && !word.texts().contains(each.getAttribute("Target").replaceFirst("^/", ""))) {
                throw new Refusal("template-not-word");
            }
        }
    }

    private static void require(WordPackage word, String relationships) {
        for (Element each : relationships(word.xml(relationships))) {
            String type = type(each);
            boolean outside = each.getAttribute("TargetMode").equalsIgnoreCase("External");
            if (REFUSED.contains(type)) {
                throw new Refusal("template-embeds");
            }
            if (outside && !type.equals("hyperlink") && !LEFT.matcher(type).matches()) {
                throw new Refusal("template-fetches");
            }
        }
    }

    private static void requireFields(Document text) {
        for (Element field : Xml.all(text, "fldSimple")) {
            requireField(Xml.attribute(field, "instr"));
        }
        for (Element paragraph : Xml.all(text, "p")) {
            var instruction = new StringBuilder();
            for (Element part : Xml.all(paragraph, element -> Xml.is(element, "instrText") || Xml.is(element, "fldChar"), inner -> !Xml.is(inner, "p"))) {
                if (Xml.is(part, "fldChar")) {
                    requireField(instruction.toString());
                    instruction.setLength(0);
                } else {
                    instruction.append(part.getTextContent());
                }
            }
            requireField(instruction.toString());
        }
    }

    private static void requireField(String instruction) {
        Matcher match = FETCHING.matcher(instruction);
        if (match.matches()) {
            throw new Refusal("template-fetches");
        }
    }

    /** Takes away what a letter says of where it was made, and links that lead to something else than pages and mailboxes. */
    static void clean(WordPackage word) {
        for (String name : word.names()) {
            if (name.endsWith(".rels")) {
                clean(word, name);
            }
        }
        if (word.has("word/settings.xml")) {
            Document settings = word.xml("word/settings.xml");
            for (String left : List.of("attachedTemplate", "mailMerge")) {
                Xml.all(settings, left).forEach(Xml::remove);
            }
            word.put("word/settings.xml", settings);
        }
    }

    private static void clean(WordPackage word, String name) {
        Document relationships = word.xml(name);
        for (Element each : relationships(relationships)) {
            if (LEFT.matcher(type(each)).matches()) {
                Xml.remove(each);
            } else if (type(each).equals("hyperlink") && !each.getAttribute("Target").matches("(?i)(https?:|mailto:|#).*")
                    && each.getAttribute("TargetMode").equalsIgnoreCase("External")) {
                each.setAttribute("Target", "about:blank");
            }
        }
        word.put(name, relationships);
    }

    private static List<Element> relationships(Node root) {
        return Xml.all(root, element -> "Relationship".equals(element.getLocalName()), any -> true);
    }

    private static String type(Element relationship) {
        String type = relationship.getAttribute("Type");
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
