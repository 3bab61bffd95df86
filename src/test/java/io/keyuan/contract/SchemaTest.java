package io.keyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Column;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ReferenceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The migrations make the tables that the definitions need; a failure says the statements that are missing. */
class SchemaTest {

    private static final Catalog CATALOG = new Catalog();

    private static final Map<String, String> LONG_NAMES = Map.of("timestamptz", "timestamp with time zone");

    /** Keys that cannot begin with the tenant, each with why. */
    private static final Map<String, String> WITHOUT_TENANT = Map.of(
            "session_pkey", "a cookie is all a request brings, and only the row found by it says whose it is",
            "token_hash_key", "the same holds of a program's token",
            "account_link_hash_key", "and of a link sent by mail");

    @Test
    void everyDefinitionHasItsColumns() {
        List<String> missing = new ArrayList<>();
        for (ObjectType type : EveryDefinition.Source.TYPES.defined()) {
            if (CATALOG.has(type.table())) {
                type.attributes().forEach(attribute ->
                        attribute.columns().forEach(column -> compare(type, attribute, column, missing)));
            } else {
                missing.add(new SchemaOfDefinition(EveryDefinition.Source.TYPES).table(type));
            }
        }
        assertThat(missing).as("statements a migration must still say").isEmpty();
    }

    /** They share one, whose further columns are for those that have stages or owners. */
    @Test
    void objectsOfCompaniesHaveTheirColumns() {
        List<ObjectType> defined = EveryDefinition.Source.all().stream().filter(type -> type.part() != null).toList();
        List<String> missing = new ArrayList<>();

        defined.forEach(type -> type.defined().attributes().forEach(attribute -> attribute.columns().forEach(column -> compare(type, attribute, column, missing))));

        assertThat(defined).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    private static void compare(ObjectType type, Attribute<?> attribute, Column wanted, List<String> missing) {
        String alter = "alter table " + type.table() + " ";
        Catalog.Column stored = CATALOG.find(type.table(), wanted.name());
        if (stored == null) {
            missing.add(alter + "add " + SchemaOfDefinition.column(attribute, wanted) + ";");
            return;
        }
        String column = alter + "alter " + wanted.name() + " ";
        if (!stored.type().equals(LONG_NAMES.getOrDefault(wanted.sqlType(), wanted.sqlType()))) {
            missing.add(column + "type " + wanted.sqlType() + "; -- is " + stored.type());
        }
        boolean notNull = SchemaOfDefinition.isNotNull(attribute, wanted);
        if (stored.notNull() != notNull) {
            missing.add(column + (notNull ? "set" : "drop") + " not null;");
        }
        if (SchemaOfDefinition.isKey(attribute, wanted) && !stored.collation().equals("C")) {
            missing.add(column + "type text collate \"C\"; -- is " + stored.collation());
        }
    }

    @Test
    void noColumnIsLeftThatNoDefinitionKnows() {
        Map<String, ObjectType> byTable = EveryDefinition.Source.TYPES.defined().stream().collect(Collectors.toMap(ObjectType::table, type -> type));
        List<String> unknown = CATALOG.columns.stream()
                .filter(column -> byTable.containsKey(column.table()) && !Set.of("tenant_id", "custom").contains(column.name()))
                .filter(column -> columns(Objects.requireNonNull(byTable.get(column.table()))).noneMatch(column.name()::equals))
                .map(column -> "alter table " + column.table() + " drop " + column.name() + ";")
                .toList();
        assertThat(unknown).isEmpty();
    }

    private static Stream<String> columns(ObjectType type) {
        return type.attributes().stream().flatMap(attribute -> attribute.columns().stream()).map(Column::name);
    }

    @Test
    void anIndexServesEveryOrderThatDefinitionsPromise() {
        assertThat(missing(Attribute::isSortable, SchemaTest::servesOrder)).isEmpty();
    }

    /** An index is read from either end: its direction does not matter, only that both keys have the same. */
    private static boolean servesOrder(Attribute<?> attribute, Catalog.Index index) {
        List<String> keys = new ArrayList<>(List.of("tenant_id", Catalog.plain(SchemaOfDefinition.sortExpression(attribute)), "id"));
        if (SchemaOfDefinition.hasOwnerBehind(attribute)) {
            keys.add("owner_id");
        }
        return index.keys().equals(keys) && Catalog.plain(index.predicate()).equals("(deleted_atisnull)");
    }

    @Test
    void anIndexKeepsUniqueValuesUniqueAmongLivingRecords() {
        assertThat(missing(Attribute::isUnique, SchemaTest::keepsUnique)).isEmpty();
    }

    private static boolean keepsUnique(Attribute<?> attribute, Catalog.Index index) {
        String column = attribute.columns().getFirst().name();
        boolean keys = index.keys().equals(List.of("tenant_id", column)) || index.keys().equals(List.of("tenant_id", "lower(" + column + ")"));
        return index.unique() && keys && Catalog.plain(index.predicate()).contains("deleted_atisnull");
    }

    @Test
    void anIndexServesTheBinOfEveryObject() {
        List<String> missing = EveryDefinition.Source.TYPES.defined().stream()
                .filter(type -> CATALOG.indexes.stream().noneMatch(index -> index.table().equals(type.table())
                        && index.keys().equals(List.of("tenant_id", "coalesce(deleted_at,'-infinity'::timestamptz)", "id"))
                        && Catalog.plain(index.predicate()).equals("(deleted_atisnotnull)")))
                .map(SchemaOfDefinition::bin)
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void anIndexServesTheColumnsOfEveryBoard() {
        List<String> missing = EveryDefinition.Source.TYPES.defined().stream()
                .filter(type -> type.board() != null)
                .filter(type -> CATALOG.indexes.stream().noneMatch(index -> index.table().equals(type.table())
                        && index.keys().equals(boardKeys(type))
                        && Catalog.plain(index.predicate()).equals("(deleted_atisnull)")))
                .map(SchemaOfDefinition::board)
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void anIndexServesChoicesThatRecordsHoldSeveralOf() {
        assertThat(missing(attribute -> attribute.type() instanceof MultiChoiceType, (attribute, index) ->
                index.keys().equals(List.of(attribute.columns().getFirst().name())) && Catalog.plain(index.predicate()).equals("(deleted_atisnull)")))
                .isEmpty();
    }

    private static List<String> boardKeys(ObjectType type) {
        List<String> keys = new ArrayList<>(
                List.of("tenant_id", Objects.requireNonNull(type.board()).columns().getFirst().name(), "updated_at", "id"));
        if (type.owner() != null) {
            keys.add("owner_id");
        }
        return keys;
    }

    private static List<String> missing(java.util.function.Predicate<Attribute<?>> promised, Serving serving) {
        return EveryDefinition.Source.TYPES.defined().stream()
                .flatMap(type -> type.attributes().stream().filter(promised))
                .filter(attribute -> CATALOG.indexes.stream()
                        .filter(index -> index.table().equals(attribute.object().table()))
                        .noneMatch(index -> serving.by(attribute, index)))
                .map(SchemaOfDefinition::indexesOf)
                .toList();
    }

    private interface Serving {
        boolean by(Attribute<?> attribute, Catalog.Index index);
    }

    @Test
    void everyReferenceIsAForeignKeyWithAnIndexToFollowItBack() {
        List<String> missing = new ArrayList<>();
        for (ObjectType type : EveryDefinition.Source.TYPES.defined()) {
            for (Attribute<?> attribute : type.attributes()) {
                if (attribute.type() instanceof ReferenceType && !attribute.isSystem()) {
                    checkReference(type, attribute, missing);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static void checkReference(ObjectType type, Attribute<?> attribute, List<String> missing) {
        String column = attribute.columns().getFirst().name();
        String target = Objects.requireNonNull(EveryDefinition.Source.TYPES.target(attribute)).table();
        List<String> keys = List.of("tenant_id", column);
        if (CATALOG.foreignKeys.stream().noneMatch(key ->
                key.table().equals(type.table()) && key.target().equals(target) && key.columns().equals(keys))) {
            missing.add("alter table %s add foreign key (tenant_id, %s) references %s (tenant_id, id);".formatted(type.table(), column, target));
        }
        if (CATALOG.indexes.stream().noneMatch(index ->
                index.table().equals(type.table()) && index.keys().size() >= 2 && index.keys().subList(0, 2).equals(keys))) {
            missing.add(SchemaOfDefinition.indexesOf(attribute));
        }
    }

    @Test
    void everyKeyOfATableOfTenantsBeginsWithTheTenant() {
        Set<String> tenanted = CATALOG.columns.stream()
                .filter(column -> column.name().equals("tenant_id"))
                .map(Catalog.Column::table)
                .collect(Collectors.toSet());
        Stream<String> indexes = CATALOG.indexes.stream()
                .filter(index -> tenanted.contains(index.table()) && (index.unique() || index.primary()))
                .filter(index -> !index.keys().getFirst().equals("tenant_id"))
                .map(Catalog.Index::name);
        Stream<String> foreignKeys = CATALOG.foreignKeys.stream()
                .filter(key -> tenanted.contains(key.table()) && !key.columns().getFirst().equals("tenant_id"))
                .map(Catalog.ForeignKey::name);

        assertThat(Stream.concat(indexes, foreignKeys)).containsExactlyInAnyOrderElementsOf(WITHOUT_TENANT.keySet());
    }

    @Test
    void onlyTheTablesOfTheInstallationBelongToNoTenant() {
        Set<String> tables = CATALOG.columns.stream().map(Catalog.Column::table).collect(Collectors.toSet());
        CATALOG.columns.stream().filter(column -> column.name().equals("tenant_id") && column.notNull()).forEach(column -> tables.remove(column.table()));

        assertThat(tables).isSubsetOf("tenant", "flyway_schema_history", "job_schedule", "sign_in_attempt").contains("tenant");
    }
}
