package io.keyuan.bench.load;

import io.keyuan.bench.load.SqlClient.Sql;
import java.util.List;

/** Searches of the audit trail; {@code bench data --events} puts into it what there is to look through. */
final class Trail {

    private static final String PREFIX = "audit: ";
    private static final String EVENTS = "select * from audit_event e where e.tenant_id = ?";
    private static final String NEWEST = " order by e.id desc limit 51";

    /** How far the program looks where no index leads. */
    private static final int FAR = 20_000;

    private final Subject subject;

    Trail(Subject subject) {
        this.subject = subject;
    }

    List<Work> all() {
        String token = subject.administrator();
        return List.of(
                work("the newest", token, "", EVENTS + NEWEST),
                work("of a kind", token, "kind=sensitive-read", EVENTS + " and e.kind = 'sensitive-read'" + NEWEST),
                work("of an object", token, "object=customers", EVENTS + " and e.object = 'customer'" + NEWEST),
                work("words that are nowhere", token, "words=nowhere-at-all",
                        "select * from (" + EVENTS + " order by e.id desc limit " + FAR + ") e where e.details::text ilike '%nowhere-at-all%'"));
    }

    private Work work(String name, String token, String parameters, String bare) {
        return new Work(
                PREFIX + name,
                HttpClient.source(
                        subject.address(), number -> Request.get("/api/v1/audit?" + parameters, token), answer -> answer.status() == 200),
                SqlClient.source(subject.database(), number -> List.of(new Sql(bare, List.of(subject.tenant())))));
    }
}
