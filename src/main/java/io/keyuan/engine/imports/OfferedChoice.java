package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.TextType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one of the tenant's choices, or several where a record may hold them; one that is not there is left to be decided while the row is written. */
final class OfferedChoice implements Reading {

    /** People choose among them; a file whose column is no list of choices would leave thousands to everybody. */
    static final int MOST_NEW = 200;

    private static final int LONGEST_LABEL = 100;

    private final ChoiceWords.OfAttribute words;
    private final Missing missing;
    private final boolean several;
    private final Set<String> made = new HashSet<>();

    private OfferedChoice(ChoiceWords.OfAttribute words, Missing missing, boolean several) {
        this.words = words;
        this.missing = missing;
        this.several = several;
    }

    /** @throws io.keyuan.engine.Problem where choices are to be made and must not */
    static OfferedChoice of(Attribute<?> attribute, ImportMap.Rule said, ChoiceWords choices) {
        Missing missing = said.missing() == null ? Missing.FAIL : said.missing();
        if (missing == Missing.CREATE && attribute.type() instanceof ChoiceType type && type.meanings() != null) {
            throw MapProblem.at(said.path() + ".missing", "choices-fixed");
        }
        if (missing == Missing.CREATE && !choices.mayAdd(attribute)) {
            throw MapProblem.at(said.path() + ".missing", "may-not-add-choices");
        }
        return new OfferedChoice(choices.of(attribute), missing, attribute.type() instanceof MultiChoiceType);
    }

    @Override
    public void read(String text, Rule rule, Candidate candidate) {
        named(text).forEach(word -> readOne(word, rule, candidate));
    }

    /** What a cell names; a choice may be called what otherwise would be two. */
    private List<String> named(String text) {
        return several && words.code(text) == null ? MultiChoiceType.words(text) : List.of(text);
    }

    /** Whether every choice that a cell names is there. */
    boolean knows(String text) {
        return named(text).stream().allMatch(word -> words.code(word) != null);
    }

    private void readOne(String text, Rule rule, Candidate candidate) {
        String code = words.code(text);
        if (code != null) {
            give(rule.target(), candidate, code);
            return;
        }
        switch (missing) {
            case FAIL -> candidate.reject(rule.target(), "not-choice");
            case SKIP -> candidate.skip();
            case EMPTY -> {}
            case CREATE -> propose(text, rule, candidate);
        }
    }

    private static void propose(String text, Rule rule, Candidate candidate) {
        try {
            TextType.checkCharacters(text);
            if (text.length() > LONGEST_LABEL) {
                throw new BadValue("too-long", LONGEST_LABEL, text.length());
            }
            candidate.open().add(new Candidate.Open(rule, text));
        } catch (BadValue bad) {
            candidate.reject(rule.target(), bad.code(), bad.args().toArray());
        }
    }

    ChoiceWords.OfAttribute words() {
        return words;
    }

    /** Settles the choices of rows that were not there when the rows were read. */
    static void settle(List<Candidate> candidates, boolean dryRun) {
        candidates.stream().filter(Candidate::isJudged).forEach(candidate -> candidate.open().forEach(open -> {
            if (open.rule().reading() instanceof OfferedChoice choice) {
                choice.settle(open, candidate, dryRun);
            }
        }));
    }

    /** Makes the choice unless an earlier row has; nothing is made where it is only to be seen what would be. */
    private void settle(Candidate.Open open, Candidate candidate, boolean dryRun) {
        Target target = open.rule().target();
        String code = words.code(open.text());
        if (code != null) {
            give(target, candidate, code);
        } else if (!isOneMore(open.text())) {
            candidate.reject(target, "too-many-new-choices", MOST_NEW);
        } else if (dryRun || !candidate.isAlive()) {
            standIn(target, candidate, open.text());
        } else {
            give(target, candidate, words.add(open.text()));
        }
    }

    /** So that a row is judged as if the choice were there. */
    private void standIn(Target target, Candidate candidate, String label) {
        String other = words.any();
        if (other != null) {
            give(target, candidate, other);
            candidate.propose(target, label);
        }
    }

    private void give(Target target, Candidate candidate, String code) {
        if (several) {
            target.add(candidate.input(), code);
        } else {
            target.put(candidate.input(), code);
        }
    }

    private boolean isOneMore(String text) {
        String label = Words.alike(text);
        return made.contains(label) || made.size() < MOST_NEW && made.add(label);
    }
}
