package io.keyuan.engine;

import io.keyuan.engine.address.Address;
import io.keyuan.engine.address.AddressCell;
import io.keyuan.engine.address.AddressPart;
import io.keyuan.engine.address.AddressReading;
import io.keyuan.engine.address.Countries;
import io.keyuan.engine.address.Division;
import io.keyuan.engine.address.Divisions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An address in its parts. Lists sort by the largest part first, filters find one by each part and by its words. JSON says beside the parts how
 * it reads as one line; where nothing but a line is given, it is read.
 */
public final class AddressType extends AttributeType<Address> {

    /** Beside the parts, how it reads as one line. */
    static final String TEXT = "text";

    private static final List<ValuePart> PARTS = Arrays.stream(AddressPart.values())
            .map(part -> new ValuePart(
                    part.code(), ExpressionKind.TEXT, part.ordinal() + 1, value -> Address.keys(part, value), naming(part)))
            .toList();

    AddressType() {}

    @Override
    public String code() {
        return "address";
    }

    private static ValuePart.@Nullable Naming naming(AddressPart part) {
        return part == AddressPart.COUNTRY ? Countries::name : part.isDivision() ? AddressType::division : null;
    }

    private static String division(String code, Locale language) {
        Division division = Divisions.find(code);
        return division == null ? code : division.name(language);
    }

    /** The line, what is asked for each part, and the key that it sorts by. */
    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        return Stream.of(
                        Stream.of(Column.writtenOnly(column, "text", "''")),
                        PARTS.stream().map(part -> Column.of(column + "_" + part.name(), "text", "''")),
                        Stream.of(Column.writtenOnly(column + "_key", "text", "''")))
                .flatMap(each -> each)
                .toList();
    }

    @Override
    public List<ValuePart> parts() {
        return PARTS;
    }

    @Override
    public List<ValuePart> givenParts() {
        return PARTS;
    }

    @Override
    public @Nullable String called(Address value, ValuePart part, Locale language) {
        String asked = value.asked(AddressPart.of(part.name()));
        return asked == null || part.naming() == null ? asked : part.naming().name(asked, language);
    }

    @Override
    public Column sorted(List<Column> columns) {
        return columns.getLast();
    }

    @Override
    public @Nullable Address read(ResultSet row, int at) throws SQLException {
        Map<AddressPart, @Nullable String> asked = new EnumMap<>(AddressPart.class);
        for (AddressPart part : AddressPart.values()) {
            asked.put(part, row.getString(at + part.ordinal()));
        }
        Address address = Address.ofAsked(asked::get);
        return address.isNowhere() ? null : address;
    }

    @Override
    public void bind(@Nullable Address value, @Nullable Object[] cells) {
        cells[0] = value == null ? null : value.line();
        for (AddressPart part : AddressPart.values()) {
            cells[part.ordinal() + 1] = value == null ? null : value.asked(part);
        }
        cells[cells.length - 1] = value == null ? null : value.key();
    }

    @Override
    public Address coerce(Object json, Coercion context) throws BadValue {
        return switch (json) {
            case String line -> ofLine(line);
            case Map<?, ?> parts -> ofParts(parts);
            default -> throw new BadValue("not-address");
        };
    }

    @Override
    public Address coerce(Object json, @Nullable Address before, Coercion context) throws BadValue {
        if (!(json instanceof SomeParts some)) {
            return coerce(json, context);
        }
        return GivenAddress.of(some, some.whole() == null ? before : coerce(some.whole(), context));
    }

    private static Address ofParts(Map<?, ?> json) throws BadValue {
        var given = new GivenAddress(json);
        given.refuseUnknown();
        return given.hasParts() || !(json.get(TEXT) instanceof String line) || line.isBlank() ? given.read() : ofLine(line);
    }

    private static Address ofLine(String given) throws BadValue {
        String line = given.strip().replaceAll("[\\r\\n\\t]+", " ");
        Map<AddressPart, String> cell = AddressCell.parts(line);
        Address read = cell == null ? AddressReading.of(line) : null;
        Map<String, @Nullable String> parts = new LinkedHashMap<>();
        for (AddressPart part : AddressPart.values()) {
            parts.put(part.code(), read != null ? read.part(part) : cell == null ? null : cell.get(part));
        }
        return new GivenAddress(parts).read();
    }

    @Override
    public boolean isNothing(Address value) {
        return value.isNowhere();
    }

    @Override
    public Object json(Address value) {
        return parts(value);
    }

    /** The parts it has, by their names, and how it reads. */
    public static Map<String, Object> parts(Address value) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (AddressPart part : AddressPart.values()) {
            String said = value.part(part);
            if (said != null) {
                json.put(part.code(), said);
            }
        }
        json.put(TEXT, value.line());
        return json;
    }

    @Override
    public Address revive(Object json) {
        Map<?, ?> parts = (Map<?, ?>) json;
        return new Address(
                said(parts, AddressPart.COUNTRY), said(parts, AddressPart.PROVINCE), said(parts, AddressPart.CITY), said(parts, AddressPart.DISTRICT),
                said(parts, AddressPart.STREET), said(parts, AddressPart.POSTCODE));
    }

    private static @Nullable String said(Map<?, ?> parts, AddressPart part) {
        return (String) parts.get(part.code());
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.ADDRESS;
    }
}
