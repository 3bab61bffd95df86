package io.keyuan.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestDatabase;
import io.keyuan.engine.text.SearchQuery.Alternative;
import io.keyuan.engine.text.SearchTokens.Kind;
import io.keyuan.engine.text.SearchTokens.Part;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is made here must mean the same to PostgreSQL, whatever characters are in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredTextTest {
    private static final String CHARACTERS = "北京上海科技有限公司集团abcABC0159 '\\:*&|!()<>@.-_éü臺𠮷😀\t\n\u0000,，";

    private final Random random = new Random(46759);
    private final List<String> texts = new ArrayList<>();
    private final List<List<String>> documents = new ArrayList<>();
    private final Connection database;

    StoredTextTest() throws SQLException {
        database = TestDatabase.dataSource(TestDatabase.empty()).getConnection();
    }

    @BeforeAll
    void storeTexts() throws SQLException {
        database.createStatement().execute("CREATE TABLE stored (place int, sort text COLLATE \"C\", tokens tsvector)");
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO stored VALUES (?, ?, ?::tsvector)")) {
            for (int place = 0; place < 400; place++) {
                texts.add(text());
                documents.add(SearchTokens.document(List.of(new Part(kind(), texts.get(place)))));
                insert.setInt(1, place);
                insert.setString(2, SortKey.of(texts.get(place)));
                insert.setString(3, SearchTokens.tsvector(documents.get(place)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @AfterAll
    void disconnect() throws SQLException {
        database.close();
    }

    @Test
    void theDatabaseUnderstandsLexemesAndQueriesAsTheyAreMeant() throws SQLException {
        int found = 0;
        for (int i = 0; i < 400; i++) {
            SearchQuery query = SearchTokens.query(part(texts.get(i)));
            List<Integer> answer = query.isEmpty() ? List.of() : ask(query);
            assertThat(answer).as(query.tsquery()).isEqualTo(meant(query));
            found += answer.size();
        }
        assertThat(found).isGreaterThan(400);
    }

    @Test
    void theDatabaseSortsKeysAsTheyAreMeant() throws SQLException {
        List<String> sorted = new ArrayList<>(texts.stream().map(SortKey::of).toList());
        sorted.sort(Comparator.comparing(key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        List<String> answer = new ArrayList<>();
        try (ResultSet rows = database.createStatement().executeQuery("SELECT sort FROM stored ORDER BY sort")) {
            while (rows.next()) {
                answer.add(rows.getString(1));
            }
        }
        assertThat(answer).isEqualTo(sorted);
    }

    private List<Integer> ask(SearchQuery query) throws SQLException {
        List<Integer> places = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(
                "SELECT place FROM stored WHERE tokens @@ ?::tsquery ORDER BY place")) {
            select.setString(1, query.tsquery());
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                places.add(rows.getInt(1));
            }
        }
        return places;
    }

    private List<Integer> meant(SearchQuery query) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < documents.size(); place++) {
            List<String> lexemes = documents.get(place);
            boolean all = query.terms().stream()
                    .allMatch(term -> term.anyOf().stream().anyMatch(alternative -> has(lexemes, alternative)));
            if (all && !query.isEmpty()) {
                places.add(place);
            }
        }
        return places;
    }

    private static boolean has(List<String> lexemes, Alternative wanted) {
        return wanted.prefix()
                ? lexemes.stream().anyMatch(lexeme -> lexeme.startsWith(wanted.lexeme()))
                : lexemes.contains(wanted.lexeme());
    }

    private String text() {
        int[] characters = CHARACTERS.codePoints().toArray();
        int[] text = random.ints(1 + random.nextInt(25), 0, characters.length)
                .map(index -> characters[index])
                .toArray();
        return new String(text, 0, text.length);
    }

    private Kind kind() {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    private String part(String text) {
        int start = random.nextInt(text.length());
        return text.substring(start, start + 1 + random.nextInt(text.length() - start));
    }
}
