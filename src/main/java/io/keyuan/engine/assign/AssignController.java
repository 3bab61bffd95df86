package io.keyuan.engine.assign;

import io.keyuan.engine.Access;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.jobs.Jobs;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives records of any object that belongs to people to somebody else. */
@RestController
@RequestMapping("/api/v1/{object}")
class AssignController {

    private final Addressed addressed;
    private final Access access;
    private final AssignOrders orders;
    private final OneRecord one;
    private final Offers offers;
    private final Owners owners;
    private final JobsOfAssigning jobs;

    AssignController(
            Addressed addressed, Access access, AssignOrders orders, OneRecord one, Offers offers, Owners owners, JobsOfAssigning jobs) {
        this.addressed = addressed;
        this.access = access;
        this.orders = orders;
        this.one = one;
        this.offers = offers;
        this.owners = owners;
        this.jobs = jobs;
    }

    @GetMapping("/assign")
    Map<String, Object> offer(@PathVariable String object) {
        return offers.of(assigned(object));
    }

    @PostMapping("/assign")
    ResponseEntity<Map<String, Object>> assign(@PathVariable String object, @RequestBody Request request) {
        ObjectType type = assigned(object);
        require(Right.BULK, type, "may-not-bulk");
        UUID job = jobs.submit(type, orders.many(type, request));
        return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(jobs.describe(job));
    }

    @GetMapping("/{id}/assign")
    Map<String, @Nullable Object> offer(@PathVariable String object, @PathVariable String id) {
        return offers.of(owned(object), addressed.id(id));
    }

    @PostMapping("/{id}/assign")
    ResponseEntity<Map<String, @Nullable Object>> assign(
            @PathVariable String object, @PathVariable String id, @RequestBody Request request) {
        OneRecord.Answer answer = one.assign(owned(object), addressed.id(id), request);
        return answer.waiting() == null
                ? ResponseEntity.ok(answer.body())
                : ResponseEntity.accepted().location(URI.create(Jobs.address(answer.waiting()))).body(answer.body());
    }

    @GetMapping("/{id}/owners")
    Map<String, Object> owners(@PathVariable String object, @PathVariable String id) {
        return owners.of(owned(object), addressed.id(id));
    }

    private ObjectType assigned(String object) {
        ObjectType type = owned(object);
        require(Right.ASSIGN, type, "may-not-assign");
        return type;
    }

    private ObjectType owned(String object) {
        ObjectType type = addressed.object(object);
        if (type.owner() == null) {
            throw Problem.notFound();
        }
        return type;
    }

    private void require(Right right, ObjectType type, String code) {
        if (!access.may(right, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, new Fault("", code, List.of()));
        }
    }
}
