package io.keyuan.bench.data;

import static io.keyuan.catalog.ExchangeRate.EXCHANGE_RATE;
import static io.keyuan.customers.Contact.CONTACT;
import static io.keyuan.customers.Customer.CUSTOMER;
import static io.keyuan.identity.Department.DEPARTMENT;
import static io.keyuan.identity.User.USER;
import static io.keyuan.sales.Opportunity.OPPORTUNITY;

import io.keyuan.engine.ObjectType;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The company in the database of a program: made once, in one transaction, for the first tenant. */
public final class Base {

    private static final int MAKERS = 2;
    private static final List<ObjectType> LARGE = List.of(CUSTOMER, CONTACT, OPPORTUNITY);

    private final Connection connection;
    private final UUID tenant;
    private final UUID administrator;

    private Base(Connection connection, UUID tenant, UUID administrator) {
        this.connection = connection;
        this.tenant = tenant;
        this.administrator = administrator;
    }

    /** @param connection to a database in which the program has run once */
    public static Base in(Connection connection) throws SQLException {
        String first = "select id from tenant order by created_at, id limit 1";
        UUID tenant = new Question(connection).id(first);
        UUID administrator = new Question(connection).id(
                "select id from person where tenant_id = ? and administrator order by created_at, id limit 1", tenant);
        return new Base(connection, tenant, administrator);
    }

    public UUID tenant() {
        return tenant;
    }

    /** How many customers the base was made with; 0 where it was not. */
    public int customers() throws SQLException {
        return (int) new Question(connection).number(
                "select count(*) from customer where tenant_id = ? and id >= ? and id < ?",
                tenant, Period.lowest(Period.BEGIN), Period.lowest(Period.END));
    }

    /**
     * Makes it.
     *
     * @param told one line before each step
     */
    public void make(World world, Consumer<String> told) throws SQLException, IOException {
        connection.setAutoCommit(false);
        var indexes = new Indexes(connection);
        for (ObjectType type : LARGE) {
            indexes.drop(type.table());
        }
        indexes.drop("search_document");
        load(world, told);
        told.accept("Indexes");
        indexes.restore();
        told.accept("Roles, shares and sharing rules");
        new Sharing(connection, tenant, administrator).make(world);
        connection.commit();
        connection.setAutoCommit(true);
        told.accept("Statistics");
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }

    private void load(World world, Consumer<String> told) throws SQLException, IOException {
        try (var makers = Executors.newFixedThreadPool(MAKERS)) {
            var loading = new Loading(connection, makers, tenant);
            told.accept("People");
            loading.load(DEPARTMENT, Staff.departments(), index -> Staff.department(index, administrator));
            loading.load(USER, Staff.PEOPLE, index -> Staff.person(index, administrator));
            loading.load(EXCHANGE_RATE, 1, index -> rate());
            told.accept("Customers");
            loading.load(CUSTOMER, world.customers(), world::customer);
            told.accept("Contacts");
            loading.load(CONTACT, world.contacts(), world::contact);
            told.accept("Opportunities");
            loading.load(OPPORTUNITY, world.opportunities(), world::opportunity);
        }
    }

    private Sample rate() {
        return Sample.of(EXCHANGE_RATE, new Period("rate", 1).id(0), Period.BEGIN, administrator)
                .set(EXCHANGE_RATE.currency, World.FOREIGN_CURRENCY)
                .set(EXCHANGE_RATE.validFrom, LocalDate.ofInstant(Period.BEGIN, ZoneOffset.UTC))
                .set(EXCHANGE_RATE.rate, World.FOREIGN_RATE);
    }
}
