package org.redress.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What another system says of many customers at once: three statements, however many they are; a row that says nothing new is not rewritten. */
@Component
class ManyCustomers {

    private static final String SAID = """
            jsonb_to_recordset(cast(:said as jsonb)) as s(account text, name text, phone text, digits text, segment text, address text,
                area text, email text)
            """;

    private static final String ADD = """
            insert into customer (account, name, phone, phone_digits, segment, address, area, email)
            select s.account, coalesce(s.name, s.account), s.phone, s.digits, coalesce(s.segment, 'ORDINARY'), s.address, s.area, s.email
            from %s
            order by s.account
            on conflict (account) do nothing""".formatted(SAID);

    /** Rows are locked in one order, so that two imports of the same accounts cannot wait for one another. */
    private static final String CHANGE = """
            with news as (
                select c.id, s.* from customer c join %s on s.account = c.account
                where (coalesce(s.name, c.name), coalesce(s.phone, c.phone), coalesce(s.segment, c.segment), coalesce(s.address, c.address),
                       coalesce(s.area, c.area), coalesce(s.email, c.email))
                      is distinct from (c.name, c.phone, c.segment, c.address, c.area, c.email)
                order by c.id for update of c
            )
            update customer c
            set name = coalesce(n.name, c.name), phone = coalesce(n.phone, c.phone), phone_digits = coalesce(n.digits, c.phone_digits),
                segment = coalesce(n.segment, c.segment), address = coalesce(n.address, c.address), area = coalesce(n.area, c.area),
                email = coalesce(n.email, c.email), version = c.version + 1
            from news n where c.id = n.id""".formatted(SAID);

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ManyCustomers(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<String, Customer> update(Collection<CustomerData> all) {
        Map<String, Map<String, @Nullable String>> said = new TreeMap<>();
        for (CustomerData data : all) {
            JdbcCustomers.check(data);
            String account = JdbcCustomers.said(data.account());
            if (account == null) {
                throw new IllegalArgumentException("only customers with an account are taken in together");
            }
            Map<String, @Nullable String> columns = columns(data);
            said.merge(account, columns, ManyCustomers::later);
        }
        String rows = write(said.values());
        jdbc.sql(ADD).param("said", rows).update();
        jdbc.sql(CHANGE).param("said", rows).update();
        Map<String, Customer> known = new LinkedHashMap<>();
        jdbc.sql("select * from customer where account = any(:accounts)").param("accounts", said.keySet().toArray(String[]::new))
                .query(JdbcCustomers::customer).list().forEach(customer -> known.put(String.valueOf(customer.account()), customer));
        return known;
    }

    private static Map<String, @Nullable String> columns(CustomerData data) {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        String phone = JdbcCustomers.said(data.phone());
        columns.put("account", JdbcCustomers.said(data.account()));
        columns.put("name", JdbcCustomers.said(data.name()));
        columns.put("phone", phone);
        columns.put("digits", Phone.digits(phone));
        columns.put("segment", data.segment() == null ? null : data.segment().name());
        columns.put("address", JdbcCustomers.said(data.address()));
        columns.put("area", JdbcCustomers.said(data.area()));
        columns.put("email", JdbcCustomers.said(data.email()));
        return columns;
    }

    private static Map<String, @Nullable String> later(Map<String, @Nullable String> first, Map<String, @Nullable String> second) {
        Map<String, @Nullable String> both = new LinkedHashMap<>(first);
        second.forEach((column, value) -> {
            if (value != null) {
                both.put(column, value);
            }
        });
        return both;
    }

    private String write(Collection<Map<String, @Nullable String>> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always become JSON", e);
        }
    }
}
