package io.keyuan.engine.imports;

import io.keyuan.engine.Access;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.tables.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Makes a plan of what somebody asked for and the file they brought, or says why there is none. */
@Component
class Preparation {

    private final ObjectTypes types;
    private final Access access;
    private final MapReader maps;
    private final Headers headers;
    private final Planner planner;

    Preparation(ObjectTypes types, Access access, MapReader maps, Headers headers, Planner planner) {
        this.types = types;
        this.access = access;
        this.maps = maps;
        this.headers = headers;
        this.planner = planner;
    }

    record Prepared(TableFile table, Plan plan) {}

    /** @throws Problem with the place in the map, or what is wrong with the file */
    Prepared of(Order order, Path file) throws IOException {
        ImportMap map = order.read(maps);
        ObjectType type = type(map);
        TableFile table = Uploads.open(file, map);
        ImportMap complete = headers.complete(map, type, table.headers());
        Plan plan = planner.plan(type, complete, table.headers());
        headers.refuseUnmatched(complete, table.headers());
        return new Prepared(table, plan);
    }

    /** @throws Problem where the caller may import nothing at all */
    void refuseStrangers() {
        if (types.all().stream().noneMatch(type -> type.can(Capability.IMPORTABLE) && access.may(Right.IMPORT, type))) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-import"));
        }
    }

    /** @throws Problem where there is no such object, or not for the caller */
    ObjectType type(ImportMap map) {
        if (map.object() == null) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("object", "missing-parameter"));
        }
        ObjectType type = types.byPath(map.object());
        if (type == null || !type.can(Capability.IMPORTABLE)) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("object", "not-importable"));
        }
        if (!access.may(Right.IMPORT, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-import"));
        }
        return type;
    }
}
