package io.keyuan.engine.file;

import io.keyuan.engine.Access;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes in files that attributes will be given, be it of records that do not exist yet. */
@RestController
class ReceptionController {

    /** Of one person at a time. */
    private static final int MOST_WAITING = 1_000;

    private final ObjectTypes types;
    private final Access access;
    private final Reception reception;
    private final ReceivedFiles received;

    ReceptionController(ObjectTypes types, Access access, Reception reception, ReceivedFiles received) {
        this.types = types;
        this.access = access;
        this.reception = reception;
        this.received = received;
    }

    @PostMapping("/api/v1/files")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> receive(HttpServletRequest request) {
        if (types.all().stream().noneMatch(type -> access.may(Right.CREATE, type) || access.may(Right.EDIT, type))) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
        if (received.count() >= MOST_WAITING) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("file", "too-many-waiting-files", MOST_WAITING));
        }
        Received content = reception.loose(request);
        UUID id = Ids.next();
        received.add(id, content);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id.toString());
        json.put("name", content.name());
        json.put("size", content.size());
        json.put("mediaType", content.type());
        return json;
    }
}
