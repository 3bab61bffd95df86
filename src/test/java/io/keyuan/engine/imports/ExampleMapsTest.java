package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The maps of docs/examples, over a few rows of the shape of the files they are for. */
class ExampleMapsTest {

    private static final Path MAPS = Path.of("docs", "examples", "crm-sales-opportunities");
    private static final String TEAMS = """
            sales_agent,manager,regional_office
            Anna Snelling,Dustin Brinkmann,Central
            Cecily Lampkin,Dustin Brinkmann,Central
            Mei-Mei Johns,Melvin Marxen,East
            """;
    private static final String ACCOUNTS = """
            account,sector,year_established,revenue,employees,office_location,subsidiary_of
            Bluth Company,technolgy,1993,1242.32,3027,United States,Acme Corporation
            Acme Corporation,technolgy,1996,1100.04,2822,United States,
            Bioholding,medical,2012,587.34,1356,Philipines,
            """;
    private static final String PRODUCTS = """
            product,series,sales_price
            GTX Basic,GTX,550
            GTX Pro,GTX,4821
            """;
    private static final String PIPELINE = """
            opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
            1C1I7A6R,Anna Snelling,GTX Basic,Bluth Company,Won,2016-10-20,2017-03-01,1054
            Z063OYW0,Mei-Mei Johns,GTXPro,Acme Corporation,Lost,2016-10-25,2017-03-11,0
            EC4QE1BX,Cecily Lampkin,GTX Basic,,Engaging,2016-10-25,,
            MV1LWRNH,Cecily Lampkin,GTXPro,,Prospecting,,,
            """;

    private final Company company = new Company();
    private final Importer importer = company.importer();

    @Test
    void theFourFilesGoInInOrderAndChangeNothingTheSecondTime() throws IOException {
        assertThat(run("sales-teams", TEAMS)).isEqualTo(new Counts(3, 3, 0, 0, 0, 4));
        assertThat(run("accounts", ACCOUNTS)).isEqualTo(new Counts(3, 3, 0, 0, 0, 0));
        assertThat(run("products", PRODUCTS)).isEqualTo(new Counts(2, 2, 0, 0, 0, 0));
        assertThat(run("sales-pipeline", PIPELINE)).isEqualTo(new Counts(4, 4, 0, 0, 0, 0));

        assertThat(run("sales-teams", TEAMS)).isEqualTo(new Counts(3, 0, 0, 3, 0, 0));
        assertThat(run("accounts", ACCOUNTS)).isEqualTo(new Counts(3, 0, 0, 3, 0, 0));
        assertThat(run("products", PRODUCTS)).isEqualTo(new Counts(2, 0, 0, 2, 0, 0));
        assertThat(run("sales-pipeline", PIPELINE)).isEqualTo(new Counts(4, 0, 0, 4, 0, 0));
    }

    @Test
    void whatTheFilesSayIsWhatIsStored() throws IOException {
        run("sales-teams", TEAMS);
        run("accounts", ACCOUNTS);
        run("products", PRODUCTS);
        run("sales-pipeline", PIPELINE);

        assertThat(company.column("select name || ' ' || account from person where {t} and manager_id is null and login is null order by name"))
                .containsExactly("Dustin Brinkmann uninvited", "Melvin Marxen uninvited");
        assertThat(company.row("select c.revenue::bigint, c.revenue_currency, c.industry, c.country, p.name from customer c"
                        + " join customer p on p.id = c.parent_company_id where c.{t}"))
                .containsExactly(1_242_320_000L, "USD", "technology", "United States", "Acme Corporation");
        assertThat(company.column("select series || ' ' || price::bigint from product where {t} order by name"))
                .containsExactly("gtx 550", "gtx 4821");
        assertThat(company.column("select title || ' ' || stage from opportunity where {t} order by external_id"))
                .isEqualTo(List.of(
                        "GTX Basic · Bluth Company won", "GTX Basic engaging", "GTX Pro prospecting", "GTX Pro · Acme Corporation lost"));
        assertThat(company.column("select description from opportunity_line where {t} and quantity = 1")).hasSize(4);
    }

    private Counts run(String map, String file) throws IOException {
        Importer.Result result = importer.run(Map.of("map", Files.readString(MAPS.resolve(map + ".yaml"))), file);
        assertThat(result.state()).isEqualTo("done");
        return result.counts();
    }
}
