package io.keyuan.browser;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.Map;

/** A company with an administrator who has customers, for whoever wants to know who may see them. */
final class Office {

    private final TestTenant company = RunningProgram.freshTenant();
    private final Person lin = Person.invited(company, "林悦", "lin").settled();

    /** As another program, with an administrator's token. */
    TestClient program() {
        return company.administrator();
    }

    /** An administrator. */
    Person lin() {
        return lin;
    }

    /** Somebody who may what their roles allow. */
    Person colleague(String name, String login) {
        return Person.colleague(company, name, login).settled();
    }

    /** One of Lin's own. */
    TestAnswer customer(String name) {
        return program()
                .post("/api/v1/customers", Map.of("name", name, "phone", "051266668888", "owner", Map.of("id", lin.id())))
                .expect(201);
    }
}
