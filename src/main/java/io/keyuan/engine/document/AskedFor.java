package io.keyuan.engine.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a template asks for, in the order of its texts.
 *
 * @param refusal the code of a fault where nothing can be made of it at all; empty else
 */
record AskedFor(String refusal, List<Place> places) {

    private static final int MOST = 2_000;
    private static final int EXCERPT = 40;

    /**
     * One place of it.
     *
     * @param written as it stands there
     * @param part which text: {@code document}, {@code header}, {@code footer} or {@code footnotes}
     * @param paragraph which paragraph of that text, from 1
     * @param excerpt how the paragraph begins
     * @param fault what is wrong with how it stands there; empty where nothing is
     */
    record Place(Tag tag, String written, String part, int paragraph, String excerpt, String fault) {}

    /** @throws Refusal where it may not be a template */
    static AskedFor in(byte[] content) {
        WordPackage word = WordPackage.read(content);
        WordChecks.require(word);
        List<Place> places = new ArrayList<>();
        for (String name : word.texts()) {
            Document text = word.xml(name);
            Tags.mark(text);
            places.addAll(in(text, name.replaceAll("^word/|\\d*\\.xml$", "")));
        }
        if (places.size() > MOST) {
            throw new Refusal("template-too-many-fields", MOST);
        }
        return new AskedFor("", places);
    }

    private static List<Place> in(Document text, String part) {
        List<Element> paragraphs = Xml.all(text, "p");
        List<Place> places = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        List<Element> runs = Tags.in(text);
        for (Element run : runs) {
            Tag tag = Tags.of(run);
            Element paragraph = Xml.above(run, "p");
            String fault = tag.isPath() ? "" : "template-field-malformed";
            if (tag.opens()) {
                open.push(places.size());
            } else if (tag.kind() == Tag.Kind.CLOSE) {
                boolean fits = !open.isEmpty() && places.get(open.peek()).tag().path().equals(tag.path());
                fault = fits ? fault : "template-section-not-opened";
                if (fits) {
                    open.pop();
                }
            }
            places.add(new Place(tag, Tags.written(run), part, paragraphs.indexOf(paragraph) + 1, excerpt(paragraph), fault));
        }
        open.forEach(at -> places.set(at, faulty(places.get(at), "template-section-not-closed")));
        if (places.stream().allMatch(place -> place.fault().isEmpty())) {
            for (int at = 0; at < places.size(); at++) {
                if (places.get(at).tag().opens() && !Section.of(runs, at).isWhole()) {
                    places.set(at, faulty(places.get(at), "template-section-crossed"));
                }
            }
        }
        return places;
    }

    private static Place faulty(Place place, String fault) {
        return new Place(place.tag(), place.written(), place.part(), place.paragraph(), place.excerpt(), fault);
    }

    /** With what is asked for, as whoever wrote the template finds it. */
    private static String excerpt(@org.jspecify.annotations.Nullable Element paragraph) {
        var text = new StringBuilder();
        if (paragraph != null) {
            for (Element each : Xml.all(paragraph, element -> Xml.is(element, "t") || Tags.isMarked(element), inner -> !Xml.is(inner, "p"))) {
                text.append(Tags.isMarked(each) ? Tags.written(each) : each.getTextContent());
            }
        }
        return text.codePointCount(0, text.length()) <= EXCERPT ? text.toString() : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
