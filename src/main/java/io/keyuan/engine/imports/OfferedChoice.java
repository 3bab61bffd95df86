package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import java.util.List;

/** Reads one of the tenant's choices; one that is not there is left to be decided while the row is written. */
final class OfferedChoice implements Reading {

    private final ChoiceWords.OfAttribute words;
    private final Missing missing;

    OfferedChoice(Attribute<?> attribute, ChoiceWords choices, Missing missing) {
        this.words = choices.of(attribute);
        this.missing = missing;
    }

    @Override
    public void read(String text, Rule rule, Candidate candidate) {
        String code = words.code(text);
        if (code != null) {
            rule.target().put(candidate.input(), code);
            return;
        }
        switch (missing) {
            case FAIL -> candidate.reject(rule.target(), "not-choice");
            case SKIP -> candidate.skip();
            case EMPTY -> {}
            case CREATE -> candidate.open().add(new Candidate.Open(rule, text));
        }
    }

    ChoiceWords.OfAttribute words() {
        return words;
    }

    /** Settles the choices of rows that were not there when the rows were read. */
    static void settle(List<Candidate> candidates, boolean dryRun) {
        candidates.stream().filter(Candidate::isAlive).forEach(candidate -> candidate.open().forEach(open -> {
            if (open.rule().reading() instanceof OfferedChoice choice) {
                choice.settle(open, candidate, dryRun);
            }
        }));
    }

    /** Makes the choice unless an earlier row has; nothing is made where it is only to be seen what would be. */
    private void settle(Candidate.Open open, Candidate candidate, boolean dryRun) {
        String code = words.code(open.text());
        if (code == null) {
            code = dryRun ? words.any() : words.add(open.text());
        }
        if (code != null) {
            open.rule().target().put(candidate.input(), code);
        }
    }
}
