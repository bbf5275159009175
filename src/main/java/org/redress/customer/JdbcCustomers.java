package org.redress.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** One statement a call: what is already known of a customer is kept where nothing new is said. */
@Service
class JdbcCustomers implements Customers {

    private static final String ADD = """
            insert into customer as c (account, name, phone, phone_digits, segment, address, area, email)
            values (:account, :called, :phone, :digits, coalesce(:segment, 'ORDINARY'), :address, :area, :email)
            on conflict (account) do update set
            """;

    private static final String FIND_OR_ADD = """
            with known as (
                select id from customer
                 where phone_digits = :digits and (:name::text is null or name = :name)
                 order by account is null, id
                 limit 1
            ), changed as (
                update customer c set
                %s
                  from known where c.id = known.id
                returning c.*
            ), added as (
                insert into customer (name, phone, phone_digits, segment, address, area, email)
                select :called, :phone, :digits, coalesce(:segment, 'ORDINARY'), :address, :area, :email
                 where not exists (select from known)
                returning *
            )
            select * from changed union all select * from added""";

    /** Who gave no name is listed by account or phone: a name fills that as well. */
    private static final String GAPS = """
            name         = case when c.name = c.account or c.name = c.phone then coalesce(:name, c.name) else c.name end,
            phone        = coalesce(c.phone, :phone),
            phone_digits = coalesce(c.phone_digits, :digits),
            address      = coalesce(c.address, :address),
            area         = coalesce(c.area, :area),
            email        = coalesce(c.email, :email),
            version      = c.version + 1
            """;

    private static final String REPLACED = """
            name         = coalesce(:name, c.name),
            phone        = coalesce(:phone, c.phone),
            phone_digits = coalesce(:digits, c.phone_digits),
            segment      = coalesce(:segment, c.segment),
            address      = coalesce(:address, c.address),
            area         = coalesce(:area, c.area),
            email        = coalesce(:email, c.email),
            version      = c.version + 1
            """;

    private static final String STARTING = """
            select * from customer where account like :text
            union select * from customer where name like :text
            union select * from customer where phone_digits like :digits
            order by name, id
            limit :limit""";

    private final JdbcClient jdbc;

    private final ManyCustomers many;

    JdbcCustomers(JdbcClient jdbc, ManyCustomers many) {
        this.jdbc = jdbc;
        this.many = many;
    }

    @Override
    public Optional<Customer> find(long id) {
        return jdbc.sql("select * from customer where id = ?").param(id).query(JdbcCustomers::customer).optional();
    }

    @Override
    public Optional<Customer> byAccount(String account) {
        return jdbc.sql("select * from customer where account = ?").param(account).query(JdbcCustomers::customer).optional();
    }

    @Override
    public Optional<Customer> recognise(CustomerData data) {
        var digits = Phone.digits(data.phone());
        var account = said(data.account());
        var name = said(data.name());
        if (digits == null || account == null && name == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select * from customer where phone_digits = :digits and (account = :account or :account::text is null and name = :name)
                order by account is null, id limit 1""")
                .param("digits", digits).param("account", account).param("name", name).query(JdbcCustomers::customer).optional();
    }

    @Override
    public Customer register(CustomerData data) {
        return write(data, GAPS);
    }

    @Override
    public Customer update(CustomerData data) {
        return write(data, REPLACED);
    }

    @Override
    public Map<String, Customer> updateAll(Collection<CustomerData> all) {
        return all.isEmpty() ? Map.of() : many.update(all);
    }

    @Override
    public void doNotCall(long id) {
        jdbc.sql("update customer set do_not_call = true, version = version + 1 where id = ? and not do_not_call").param(id).update();
    }

    private Customer write(CustomerData data, String changes) {
        var account = said(data.account());
        var name = said(data.name());
        var phone = said(data.phone());
        var address = said(data.address());
        var area = said(data.area());
        var email = said(data.email());
        check(account, name, phone, address, area, email);
        // somebody who gave no name is listed by what is known of them
        var called = name != null ? name : account != null ? account : phone;
        return jdbc.sql(account != null ? ADD + changes + "returning *" : FIND_OR_ADD.formatted(changes))
                .param("account", account).param("name", name).param("called", called)
                .param("phone", phone).param("digits", Phone.digits(phone))
                .param("segment", data.segment() == null ? null : data.segment().name())
                .param("address", address).param("area", area).param("email", email)
                .query(JdbcCustomers::customer).single();
    }

    @Override
    public List<Customer> startingWith(String text, int limit) {
        var wanted = text.strip();
        if (wanted.length() < 2) {
            return List.of();
        }
        var digits = Phone.digits(wanted);
        boolean phone = digits != null && !digits.isEmpty() && wanted.matches("[0-9+()/. \\-]+");
        return jdbc.sql(STARTING)
                .param("text", prefix(wanted)).param("digits", phone ? prefix(digits) : null).param("limit", limit)
                .query(JdbcCustomers::customer).list();
    }

    /** @throws Problem 422 for data that the file cannot hold */
    static void check(CustomerData data) {
        check(said(data.account()), said(data.name()), said(data.phone()), said(data.address()), said(data.area()), said(data.email()));
    }

    private static void check(@Nullable String account, @Nullable String name, @Nullable String phone, @Nullable String address,
            @Nullable String area, @Nullable String email) {
        var problems = new ArrayList<FieldProblem>();
        if (account == null && name == null && phone == null) {
            problems.add(FieldProblem.of("customer.name", "customer.problem.nothing"));
        }
        if (phone != null && (phone.length() > 40 || !Phone.isPlausible(phone))) {
            problems.add(FieldProblem.of("customer.phone", "customer.problem.phone", phone));
        }
        limit(problems, "customer.account", account, 64);
        limit(problems, "customer.name", name, 200);
        limit(problems, "customer.address", address, 300);
        limit(problems, "customer.area", area, 64);
        if (email != null && !Email.isPlausible(email)) {
            problems.add(FieldProblem.of("customer.email", "customer.problem.email", email));
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private static void limit(List<FieldProblem> problems, String field, @Nullable String value, int length) {
        if (value != null && value.length() > length) {
            problems.add(FieldProblem.of(field, "shared.problem.tooLong", length));
        }
    }

    static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String prefix(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    static Customer customer(ResultSet row, int index) throws SQLException {
        return new Customer(row.getLong("id"), row.getString("account"), row.getString("name"), row.getString("phone"),
                Segment.valueOf(row.getString("segment")), row.getString("address"), row.getString("area"), row.getString("language"),
                row.getBoolean("do_not_call"), row.getString("vip_agent"), row.getString("email"));
    }
}
