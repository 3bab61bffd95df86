package io.keyuan.engine.text;

/** Cuts a folded text into its runs of Han characters and its words. */
final class Pieces {
    /** Takes the pieces in the order of the text. */
    interface Visitor {
        /** A run of Han characters. */
        void han(String run);

        /** A word: a run of letters and digits. */
        void word(String word);
    }

    private enum Kind {
        HAN,
        WORD,
        GAP
    }

    private Pieces() {}

    static void visit(String folded, Visitor visitor) {
        int start = 0;
        Kind kind = Kind.GAP;
        for (int at = 0; at < folded.length(); ) {
            int c = folded.codePointAt(at);
            Kind next = kindOf(c);
            if (next != kind) {
                hand(folded, start, at, kind, visitor);
                start = at;
                kind = next;
            }
            at += Character.charCount(c);
        }
        hand(folded, start, folded.length(), kind, visitor);
    }

    private static Kind kindOf(int codePoint) {
        if (Hanzi.isHan(codePoint)) {
            return Kind.HAN;
        }
        return Hanzi.isWord(codePoint) ? Kind.WORD : Kind.GAP;
    }

    private static void hand(String folded, int start, int end, Kind kind, Visitor visitor) {
        switch (kind) {
            case HAN -> visitor.han(folded.substring(start, end));
            case WORD -> visitor.word(folded.substring(start, end));
            case GAP -> {}
        }
    }
}
