package io.keyuan.engine.web;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses under which everything goes wrong that can. */
@TestComponent
@RestController
@RequestMapping("/api/v1/trouble")
class Troublemaker {

    @PostMapping(path = "/body", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> echo(@RequestBody Map<String, Object> body) {
        return body;
    }

    @GetMapping("/parameter")
    int parameter(@RequestParam int limit) {
        return limit;
    }

    @GetMapping("/stale")
    void stale() {
        throw new Problem(
                ProblemKind.STALE, List.of(Fault.whole("stale"), Fault.at("name", "too-long", 200, 201)), Map.of("current", Map.of("version", 4)));
    }

    @GetMapping("/often")
    void often() {
        throw new Problem(ProblemKind.TOO_MANY_REQUESTS, List.of(), Map.of("retryAfter", 17L));
    }

    @GetMapping("/nobody")
    void nobody() {
        throw Problem.of(ProblemKind.UNAUTHENTICATED, Fault.whole("bad-credentials"));
    }

    @GetMapping("/bug")
    void bug() {
        throw new IllegalStateException("select secret from vault");
    }

    @GetMapping("/sql/{state}")
    void sql(@PathVariable String state) {
        throw new DataAccessResourceFailureException("server said no", new SQLException("internal words", state));
    }
}
