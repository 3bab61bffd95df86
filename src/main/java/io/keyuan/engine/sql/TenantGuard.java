package io.keyuan.engine.sql;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * The second fence between tenants: sees every statement, and every query inside one, while it is rendered, and refuses one
 * that touches a table of tenants without saying {@code tenant_id = <the current tenant>} for each alias in its own WHERE or
 * ON. It works on jOOQ's model of the statement and fails closed: a form it does not know is refused. Where records of several objects
 * share a table, it asks in the same way that a statement says of which object they are.
 */
public final class TenantGuard implements VisitListener {

    private final transient Set<String> untenanted;
    private final transient Set<String> shared;

    /** @param untenanted the tables that belong to no tenant; every other table does */
    public TenantGuard(Set<String> untenanted) {
        this(untenanted, Set.of());
    }

    /** @param shared the tables that hold records of several objects: whoever touches one says whose */
    TenantGuard(Set<String> untenanted, Set<String> shared) {
        this.untenanted = Set.copyOf(untenanted);
        this.shared = Set.copyOf(shared);
    }

    @Override
    public void visitStart(VisitContext context) {
        if (context.renderContext() == null || AcrossTenants.isBound()) {
            return;
        }
        switch (context.queryPart()) {
            case Select<?> select -> checkSelect(select);
            case QOM.Update<?> update -> checkTables(tables(update.$table(), update.$from()), update.$where(), update);
            case QOM.Delete<?> delete -> checkTables(tables(delete.$from(), delete.$using()), delete.$where(), delete);
            case QOM.Insert<?> insert -> checkInsert(insert);
            case Query query -> throw new TenantGuardException("a statement of an unknown form", query);
            default -> {}
        }
    }

    private static List<Table<?>> tables(Table<?> first, Collection<? extends Table<?>> more) {
        List<Table<?>> tables = new ArrayList<>(more);
        tables.add(first);
        return tables;
    }

    private void checkSelect(Select<?> select) {
        checkTables(List.copyOf(select.$from()), select.$where(), select);
    }

    private void checkInsert(QOM.Insert<?> insert) {
        String table = tableName(insert.$into());
        if (untenanted.contains(table)) {
            return;
        }
        int tenantAt = -1;
        int at = 0;
        for (Field<?> column : insert.$columns()) {
            tenantAt = column.getName().equals("tenant_id") ? at : tenantAt;
            at++;
        }
        int index = tenantAt;
        boolean named = index >= 0
                && !insert.$values().isEmpty()
                && insert.$values().stream().allMatch(row -> isCurrentTenant(row.field(index)));
        if (!named) {
            throw new TenantGuardException("no tenant is named for " + table, insert);
        }
    }

    private void checkTables(List<? extends Table<?>> from, @Nullable Condition where, QueryPart statement) {
        List<Table<?>> tables = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        if (where != null) {
            conjuncts(where, conditions);
        }
        from.forEach(table -> flatten(table, tables, conditions));
        for (Table<?> table : tables) {
            // A query in FROM is visited, and so checked, by itself.
            if (!isQuery(table) && !untenanted.contains(tableName(table)) && !isFenced(table, conditions)) {
                throw new TenantGuardException("no tenant is named for " + tableName(table), statement);
            }
            if (!isQuery(table) && shared.contains(tableName(table)) && !isOfOneObject(table, conditions)) {
                throw new TenantGuardException("no object is named for " + tableName(table), statement);
            }
        }
    }

    private static boolean isOfOneObject(Table<?> table, List<Condition> conditions) {
        return conditions.stream().anyMatch(condition -> condition instanceof QOM.Eq<?> eq
                && eq.$arg1().getName().equals(Tables.PART.name())
                && table.getName().equals(qualifier(eq.$arg1())));
    }

    private static boolean isQuery(Table<?> table) {
        return switch (table) {
            case QOM.DerivedTable<?> query -> true;
            case QOM.Lateral<?> lateral -> isQuery(lateral.$arg1());
            case QOM.TableAlias<?> alias -> isQuery(alias.$aliased());
            default -> false;
        };
    }

    private static void flatten(Table<?> table, List<Table<?>> tables, List<Condition> conditions) {
        if (table instanceof QOM.JoinTable<?, ?> join) {
            flatten(join.$table1(), tables, conditions);
            flatten(join.$table2(), tables, conditions);
            if (join instanceof QOM.QualifiedJoin<?, ?> qualified && qualified.$on() != null) {
                conjuncts(qualified.$on(), conditions);
            }
        } else {
            tables.add(table);
        }
    }

    private static void conjuncts(Condition condition, List<Condition> into) {
        if (condition instanceof QOM.And and) {
            conjuncts(and.$arg1(), into);
            conjuncts(and.$arg2(), into);
        } else {
            into.add(condition);
        }
    }

    private static boolean isFenced(Table<?> table, List<Condition> conditions) {
        return conditions.stream().anyMatch(condition -> condition instanceof QOM.Eq<?> eq
                && eq.$arg1().getName().equals("tenant_id")
                && table.getName().equals(qualifier(eq.$arg1()))
                && isCurrentTenant(eq.$arg2()));
    }

    private static String qualifier(Field<?> field) {
        String[] parts = field.getQualifiedName().getName();
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }

    private static boolean isCurrentTenant(QueryPart value) {
        return value instanceof Param<?> param && param.getValue() instanceof UUID tenant && tenant.equals(Caller.current().tenant());
    }

    private static String tableName(Table<?> table) {
        return table instanceof QOM.TableAlias<?> alias ? alias.$table().getName() : table.getName();
    }

    /** A statement was about to cross from one tenant to another: a fault of the program, never of its user. */
    public static final class TenantGuardException extends IllegalStateException {
        TenantGuardException(String message) {
            super(message);
        }

        /** The statement is told without its values, and rendered without this guard, which would refuse it again. */
        TenantGuardException(String message, QueryPart statement) {
            this(message + ": " + DSL.using(SQLDialect.POSTGRES).renderNamedParams(statement));
        }
    }
}
