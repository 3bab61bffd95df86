package io.keyuan.engine.expression;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;

/** Reads the text of expressions; what was read before is remembered. */
final class Syntax {

    /** In UTF-16 code units. */
    static final int MAX_LENGTH = 10_000;

    static final int MAX_DEPTH = 40;

    /** Elements of lists count here, but not against the {@link Bounds}. */
    private static final int MAX_PARSED_NODES = 2_000;

    private static final int CACHED_CHARACTERS = 1_000_000;

    // No macros: has(x) of a plain name and lines.exists(…) are calls like any other, and there is nothing to loop over.
    private final CelParser parser = CelParserFactory.standardCelParserBuilder()
            .setOptions(CelOptions.newBuilder()
                    .maxExpressionCodePointSize(MAX_LENGTH)
                    .maxParseRecursionDepth(MAX_DEPTH)
                    .maxParseExpressionNodeCount(MAX_PARSED_NODES)
                    .maxParseErrorRecoveryLimit(1)
                    .build())
            .build();

    private final Cache<String, Parsed> cache = Caffeine.newBuilder()
            .maximumWeight(CACHED_CHARACTERS)
            .weigher((String text, Parsed parsed) -> Math.max(1, text.length()))
            .build();

    Parsed parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw Parsed.problem(1, "too-complex");
        }
        // Not cache.get(text, …): a wrong expression must not be remembered, and throwing out of a load is slow.
        Parsed known = cache.getIfPresent(text);
        if (known != null) {
            return known;
        }
        Parsed parsed = read(text);
        cache.put(text, parsed);
        return parsed;
    }

    private Parsed read(String text) {
        CelValidationResult result = parser.parse(text);
        if (result.hasError()) {
            CelIssue first = result.getErrors().getFirst();
            throw Parsed.problem(position(result, first.getSourceLocation()), tooComplex(first) ? "too-complex" : "syntax");
        }
        try {
            var ast = result.getAst();
            return new Parsed(ast.getExpr(), ast.getSource().getPositionsMap());
        } catch (CelValidationException e) {
            throw new IllegalStateException("no tree and no error", e);
        }
    }

    private static boolean tooComplex(CelIssue issue) {
        return issue.getMessage().contains("limit");
    }

    private static int position(CelValidationResult result, CelSourceLocation location) {
        return location.getLine() < 1 ? 1 : result.getSource().getLocationOffset(location).orElse(0) + 1;
    }
}
