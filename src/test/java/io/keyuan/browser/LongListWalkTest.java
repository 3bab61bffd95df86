package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** A list of 100,000 rows is scrolled far: few rows are in the document, nothing is asked for twice, no page stays blank. */
class LongListWalkTest {

    private static final int ROWS = 100_000;
    private static final int FAR = 3_000;
    private static final int MOST_IN_DOCUMENT = 80;

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void itScrollsFarAndBack() {
        TestTenant company = RunningProgram.freshTenant();
        TestClient admin = company.administrator();
        Person lin = Person.invited(company, "林悦", "lin").settled();
        copy(admin.post("/api/v1/customers", Map.of("name", "Row 0000000", "city", "上海", "owner", Map.of("id", lin.id()))).expect(201));
        Visit visit = visits.by(lin);
        List<String> asked = new ArrayList<>();
        visit.page().onRequest(request -> {
            if (request.url().contains("/api/v1/customers?")) {
                asked.add(request.url());
            }
        });
        visit.open("/customers?columns=city,owner&sort=name");
        Locator rows = visit.page().locator(".grid .row");
        assertThat(rows.first()).isVisible();

        visit.page().waitForCondition(() -> {
            assertThat(rows.count()).isLessThanOrEqualTo(MOST_IN_DOCUMENT);
            visit.page().evaluate("() => { const grid = document.querySelector('.grid'); grid.scrollTop = grid.scrollHeight }");
            return last(visit) >= FAR;
        });
        // The last page may still be on its way.
        visit.page().waitForCondition(() -> rows.last().innerText().contains("Row %07d".formatted(last(visit) - 2)));
        assertThat(rows.last()).containsText("上海");
        assertThat(rows.count()).isLessThanOrEqualTo(MOST_IN_DOCUMENT);

        for (double part : new double[] {0.5, 0, 0.9, 0.25}) {
            visit.page().evaluate("part => { const grid = document.querySelector('.grid'); grid.scrollTop = grid.scrollHeight * part }", part);
            assertThat(rows.first()).isVisible();
            assertThat(visit.page().locator(".grid .row:visible").first()).containsText("上海");
            assertThat(rows.count()).isLessThanOrEqualTo(MOST_IN_DOCUMENT);
        }
        assertThat(asked).doesNotHaveDuplicates();
        assertThat(asked).hasSizeLessThan(FAR / 50);
    }

    private static int last(Visit visit) {
        return Integer.parseInt(Objects.requireNonNull(visit.page().locator(".grid .row").last().getAttribute("aria-rowindex")));
    }

    /** The same customer over and over, by other names: as many records as no test could make one by one. */
    private static void copy(TestAnswer record) {
        RunningProgram.get().bean(JdbcTemplate.class).update("""
                insert into customer select (jsonb_populate_record(c, jsonb_build_object(
                    'id', gen_random_uuid(), 'name', 'Row ' || lpad(i::text, 7, '0'), 'name_key', left(c.name_key, -7) || lpad(i::text, 7, '0')))).*
                from customer c, generate_series(1, ?) i where c.id = ?
                """, ROWS - 1, UUID.fromString(record.id()));
    }
}
