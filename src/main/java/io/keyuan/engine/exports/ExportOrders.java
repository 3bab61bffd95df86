package io.keyuan.engine.exports;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Fault;
import io.keyuan.engine.FileFormat;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Query;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.ListParameters;
import io.keyuan.engine.bulk.Chosen;
import io.keyuan.engine.bulk.ChosenRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what somebody asks for what can be done, or says what is wrong with it. */
@Component
class ExportOrders {

    private final ObjectTypes types;
    private final Access access;
    private final ListParameters parameters;
    private final ChosenRecords records;

    ExportOrders(ObjectTypes types, Access access, ListParameters parameters, ChosenRecords records) {
        this.types = types;
        this.access = access;
        this.parameters = parameters;
        this.records = records;
    }

    /** @throws Problem where the caller may not do that, or a word of it is wrong */
    ExportOrder read(ObjectType type, ExportRequest request) {
        access.requireExport(type);
        boolean whole = request.ids() == null && (request.filter() == null || request.filter().isBlank());
        Chosen chosen = whole ? new Chosen(null, null) : records.read(type, request.filter(), request.ids());
        String sort = request.sort() == null || request.sort().isBlank() ? null : request.sort();
        parameters.sort(type, sort);
        FileFormat format = FileFormat.of(type, request.format());
        return new ExportOrder(
                type.name(), format, chosen.filter(), chosen.ids(), sort,
                columns(type, format, request.fields()).stream().map(Attribute::name).toList(), !Boolean.FALSE.equals(request.bom()));
    }

    /** @throws Problem where the caller may not take such records out */
    ObjectType type(ExportOrder order) {
        ObjectType type = types.byName(order.object());
        if (type == null) {
            throw Problem.notFound();
        }
        return type;
    }

    /** The list it is about; the id is read with the columns, be it one of them or not. */
    Query query(ExportOrder order) {
        ObjectType type = type(order);
        return new Query(type, order.filter(), parameters.sort(type, order.sort()), Query.MAX_LIMIT, null, read(order), Query.Count.NONE, false, null);
    }

    /**
     * What is read: the id first, and every column there was for whoever asked, be it one for them now or not.
     *
     * @throws Problem where the program does not know one of them any more
     */
    List<Attribute<?>> read(ExportOrder order) {
        ObjectType type = type(order);
        Set<Attribute<?>> read = new LinkedHashSet<>(List.of(type.id));
        for (String name : order.fields()) {
            Attribute<?> attribute = type.find(name);
            if (attribute == null) {
                throw Problem.notFound();
            }
            read.add(attribute);
        }
        return List.copyOf(read);
    }

    /** Those of the columns that the caller gets to see now. */
    List<Attribute<?>> columns(ExportOrder order) {
        ObjectType type = type(order);
        return order.fields().stream().<Attribute<?>>map(type::find).filter(Objects::nonNull).filter(this::isColumn).toList();
    }

    /** What has its place in a file is in it, with what is known again by; of a table's columns one chooses. */
    private List<Attribute<?>> columns(ObjectType type, FileFormat format, @Nullable String fields) {
        Collection<Attribute<?>> places = format.places(type);
        return places.isEmpty()
                ? columns(type, fields)
                : Stream.concat(Stream.of(type.id, type.externalId, type.updatedAt), places.stream()).filter(this::isColumn).toList();
    }

    private List<Attribute<?>> columns(ObjectType type, @Nullable String fields) {
        if (fields == null || fields.isBlank()) {
            return type.attributes().stream().filter(this::isColumn).filter(attribute -> !isOfTheBin(attribute)).toList();
        }
        List<Attribute<?>> columns = new ArrayList<>();
        for (String name : fields.split(",", -1)) {
            Attribute<?> attribute = type.find(name.strip());
            if (attribute == null || !isColumn(attribute) || columns.contains(attribute)) {
                throw Problem.of(ProblemKind.MALFORMED, Fault.at("fields", "bad-fields"));
            }
            columns.add(attribute);
        }
        return columns;
    }

    /** Lines are records of their own. */
    private boolean isColumn(Attribute<?> attribute) {
        return !attribute.columns().isEmpty() && access.maySee(attribute);
    }

    private static boolean isOfTheBin(Attribute<?> attribute) {
        return attribute.equals(attribute.object().deletedAt) || attribute.equals(attribute.object().deletedBy);
    }
}
