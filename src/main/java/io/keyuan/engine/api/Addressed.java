package io.keyuan.engine.api;

import io.keyuan.engine.Access;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Which object and which record an address means. */
@NamedInterface("api")
@Component
public class Addressed {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ObjectTypes types;
    private final Access access;

    Addressed(ObjectTypes types, Access access) {
        this.types = types;
        this.access = access;
    }

    /** @throws Problem 404 where there is no such object, 403 where the caller may not read any of its records */
    public ObjectType object(String path) {
        ObjectType type = types.byPath(path);
        if (type == null) {
            throw Problem.notFound();
        }
        if (!access.may(Right.READ, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-read"));
        }
        return type;
    }

    /** What is no id is nobody's: 404, as for an id that is not there. */
    public UUID id(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw Problem.notFound();
        }
        return UUID.fromString(text);
    }
}
