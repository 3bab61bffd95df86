package io.keyuan.demo;

import io.keyuan.demo.SampleCompanies.SampleCompany;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.jobs.Jobs;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sample company, for administrators. */
@RestController
@RequestMapping("/api/v1/demo")
class DemoController {

    private final Demo demo;
    private final Jobs jobs;

    DemoController(Demo demo, Jobs jobs) {
        this.demo = demo;
        this.jobs = jobs;
    }

    @GetMapping
    Map<String, @Nullable Object> read() {
        requireAdministrator();
        SampleCompany company = demo.find();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("state", company == null ? "none" : state(company));
        answer.put("possible", company == null && !demo.hasData());
        answer.put("day", company == null ? null : company.day().toString());
        answer.put("job", company == null ? null : jobs.describe(company.removal() == null ? company.operation() : company.removal()));
        return answer;
    }

    private String state(SampleCompany company) {
        if (company.removal() != null) {
            return demo.isUnderWay(company.removal()) ? "removing" : "there";
        }
        return demo.isUnderWay(company.operation()) ? "filling" : "there";
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> fill() {
        requireAdministrator();
        return accepted(demo.fill(false));
    }

    @DeleteMapping
    ResponseEntity<Map<String, Object>> remove() {
        requireAdministrator();
        return accepted(demo.remove());
    }

    private ResponseEntity<Map<String, Object>> accepted(UUID job) {
        return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(jobs.describe(job));
    }

    private static void requireAdministrator() {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
    }
}
