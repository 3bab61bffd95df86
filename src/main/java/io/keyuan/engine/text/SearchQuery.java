package io.keyuan.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody looks for: asked of the index first, then of the text. Made by {@link SearchTokens#query}. */
public final class SearchQuery {
    /** A lexeme, or with {@code prefix} every lexeme that begins with it. */
    public record Alternative(String lexeme, boolean prefix) {
        private String literal() {
            return Lexemes.quoted(lexeme) + (prefix ? ":*" : "");
        }
    }

    /** A condition a record meets if it has any of the alternatives. */
    public record Term(List<Alternative> anyOf) {
        private String literal() {
            String alternatives = anyOf.stream().map(Alternative::literal).collect(Collectors.joining(" | "));
            return anyOf.size() == 1 ? alternatives : "( " + alternatives + " )";
        }
    }

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 8;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MOST_PIECES = 16;
    /** Ten to fifteen digits in groups are one number rather than several terms. */
    private static final Pattern ONE_PHONE = Pattern.compile("\\+?\\(?(?:[0-9][ ().-]{0,2}){9,14}[0-9]");

    private final List<QueryPiece> pieces;
    private final List<Term> terms;

    private SearchQuery(List<QueryPiece> pieces) {
        this.pieces = List.copyOf(pieces);
        this.terms = pieces.stream().flatMap(piece -> piece.terms().stream()).distinct().toList();
    }

    static SearchQuery of(String typed) {
        String folded = Folding.fold(Characters.clean(Characters.first(typed, LONGEST))).strip();
        if (ONE_PHONE.matcher(folded).matches()) {
            return new SearchQuery(List.of(new QueryPiece.Digits(PhoneDigits.of(folded))));
        }
        List<QueryPiece> pieces = new ArrayList<>();
        Arrays.stream(BLANKS.split(folded)).limit(MOST_WORDS).forEach(word -> addPieces(word, pieces));
        return new SearchQuery(pieces.stream().distinct().limit(MOST_PIECES).toList());
    }

    /** Whether nothing was typed that can be looked for; such a query finds nothing. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The conditions on lexemes, all of which a record has to meet. */
    public List<Term> terms() {
        return terms;
    }

    /** The query as the text of a tsquery value; cast it, do not parse it with to_tsquery. Empty if the query is. */
    public String tsquery() {
        return terms.stream().map(Term::literal).collect(Collectors.joining(" & "));
    }

    /**
     * Whether a record that the index found, or that is looked at without it, really has everything asked for.
     *
     * @param title the text whose pinyin counts
     * @param rest all other searchable text of the record, parts separated by line feeds
     */
    public boolean matches(String title, String rest) {
        SearchText text = new SearchText(title, rest);
        return !isEmpty() && pieces.stream().allMatch(piece -> piece.occursIn(text));
    }

    private static void addPieces(String word, List<QueryPiece> pieces) {
        EmailAddresses.in(word).stream().map(QueryPiece.Email::new).forEach(pieces::add);
        Pieces.visit(EmailAddresses.without(word), new Pieces.Visitor() {
            @Override
            public void han(String run) {
                pieces.add(new QueryPiece.Han(run));
            }

            @Override
            public void word(String letters) {
                boolean digits = letters.chars().allMatch(Hanzi::isDigit);
                pieces.add(digits ? new QueryPiece.Digits(PhoneDigits.of(letters)) : new QueryPiece.Word(letters));
            }
        });
    }
}
