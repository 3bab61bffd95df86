package io.keyuan.engine.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may change the database past the program leaves traces, whatever they change in what is sealed. */
class TamperingTest {

    private static final String THIRD = "(select id from audit where {t} order by id offset 2 limit 1)";

    private final Trail trail = new Trail();

    @BeforeEach
    void seal() {
        trail.create(6);
        trail.seal();
        trail.create(3);
        trail.seal();
    }

    @Test
    void whatNobodyTouchedIsWhole() {
        Walk walk = trail.verify();

        assertThat(walk.finding()).isNull();
        assertThat(walk.number()).isGreaterThanOrEqualTo(2);
        assertThat(walk.rows()).isEqualTo(Long.parseLong(trail.one(
                "select (select count(*) from audit where {t}) + (select count(*) from audit_event where {t})")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "actor = gen_random_uuid()",
        "at = at - interval '1 microsecond'",
        "after = after || '{\"name\": \"another\"}'",
        "after = null",
        "before = '{}'",
        "version = version + 1",
        "action = 'delete'",
        "object = 'contact'",
        "record_id = gen_random_uuid()",
        "operation_id = gen_random_uuid()",
        "anchor_id = gen_random_uuid()",
        "salt = gen_random_uuid()"
    })
    void aChangedRowIsNamed(String change) {
        String id = trail.one("select id from audit where {t} order by id offset 2 limit 1");
        trail.execute("update audit set " + change + " where {t} and id = '" + id + "'");

        Finding finding = Objects.requireNonNull(trail.verify().finding());

        assertThat(finding.what()).isEqualTo("row-changed");
        assertThat(finding.table()).isEqualTo("audit");
        assertThat(finding.row()).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "details = '{}'", "kind = 'signed-in'", "actor = gen_random_uuid()", "address = '10.0.0.1'", "seen_as = gen_random_uuid()",
        "records = array[gen_random_uuid()]", "token_id = gen_random_uuid()", "request = 'x'", "object = 'lead'"
    })
    void aChangedEventIsNamed(String change) {
        trail.execute("insert into audit_event (tenant_id, id, at, actor, kind, details) values ({tenant}, gen_random_uuid(), now(),"
                + " gen_random_uuid(), 'exported', '{\"rows\": 3}')");
        trail.seal();
        assertThat(trail.verify().finding()).isNull();
        trail.execute("update audit_event set " + change + " where {t} and kind = 'exported'");

        assertThat(trail.verify().finding()).extracting(Finding::what, Finding::table).containsExactly("row-changed", "audit_event");
    }

    @Test
    void aDeletedRowIsNamed() {
        String id = trail.one("select id from audit where {t} order by id offset 2 limit 1");
        trail.execute("delete from audit where {t} and id = '" + id + "'");

        Finding finding = Objects.requireNonNull(trail.verify().finding());

        assertThat(finding.what()).isEqualTo("row-missing");
        assertThat(finding.row()).hasToString(id);
        assertThat(finding.block()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"position", "position - 1", "1", "-7", "0"})
    void aRowThatIsSlippedInIsNamed(String position) {
        trail.execute("insert into audit (tenant_id, id, at, actor, object, record_id, action, version, after, position)"
                + " select tenant_id, gen_random_uuid(), at, actor, object, record_id, 'update', 2, '{}', " + position + " from audit where {t} and id = "
                + THIRD);

        assertThat(trail.verify().finding()).extracting(Finding::what).isEqualTo("row-inserted");
    }

    @Test
    void aRowThatIsKeptFromBeingSealedIsNamed() {
        trail.execute("insert into audit (tenant_id, id, at, actor, object, record_id, action, version, position)"
                + " values ({tenant}, gen_random_uuid(), now(), gen_random_uuid(), 'customer', gen_random_uuid(), 'update', 2, 9000000000000000)");

        assertThat(trail.verify().finding()).extracting(Finding::what).isEqualTo("row-inserted");
    }

    @Test
    void rowsThatChangePlacesAreFound() {
        trail.execute("update audit a set position = case when a.position = c.low then c.high else c.low end"
                + " from (select min(position) as low, max(position) as high from audit where {t}) c"
                + " where a.tenant_id = {tenant} and a.position in (c.low, c.high)");

        assertThat(trail.verify().finding()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "hashes = overlay(hashes placing '\\x00000000'::bytea from 5)", "ids = ids[2:]", "root = sha256(root)", "previous = sha256(previous)", "at = at + interval '1 day'",
        "hash = sha256(hash)", "to_position = to_position + 1", "after_position = after_position - 1"
    })
    void nothingInABlockCanBeChanged(String change) {
        trail.execute("update audit_seal set " + change + " where {t} and number = 1");

        assertThat(trail.verify().finding()).extracting(Finding::what, Finding::block).containsExactly("block-changed", 1L);
    }

    @Test
    void aMissingBlockIsNamed() {
        trail.execute("delete from audit_seal where {t} and number = 1");

        assertThat(trail.verify().finding()).isEqualTo(Finding.ofBlock("block-missing", 1));
    }

    @Test
    void anEndThatIsCutOffIsFound() {
        trail.execute("delete from audit where {t} and position > (select max(to_position) from audit_seal where {t} and number < 2)");
        trail.execute("delete from audit_seal where {t} and number >= 2");

        assertThat(trail.verify().finding()).isEqualTo(Finding.ofBlock("end-missing", 2));
    }

    @Test
    void anEndThatIsCutOffWithAllThatTellsOfItIsFoundByWhoeverNotedAHash() {
        String noted = trail.verify().hash();
        assertThat(trail.verify(noted).finding()).isNull();
        trail.execute("delete from audit where {t} and position > (select max(to_position) from audit_seal where {t} and number < 2)");
        trail.execute("delete from audit_event where {t} and position > (select max(to_position) from audit_seal where {t} and number < 2)");
        trail.execute("delete from audit_seal where {t} and number >= 2");
        trail.execute("update audit_chain c set number = s.number, position = s.to_position, row_id = s.to_id, hash = s.hash"
                + " from audit_seal s where c.tenant_id = {tenant} and s.tenant_id = {tenant} and s.number = 1");

        assertThat(trail.verify().finding()).as("nothing in the database can tell").isNull();
        assertThat(trail.verify(noted).finding()).isEqualTo(Finding.ofBlock("hash-unknown", 0));
    }

    @Test
    void aDeletionIsNotExcusedAsAnErasure() {
        trail.execute("insert into audit_erased (tenant_id, row_id, erasure) select tenant_id, id, gen_random_uuid() from audit where {t} and id = "
                + THIRD);
        trail.execute("delete from audit where {t} and id = " + THIRD);

        assertThat(trail.verify().finding()).isEqualTo(Finding.ofBlock("erasure-unaccounted", 0));
    }
}
