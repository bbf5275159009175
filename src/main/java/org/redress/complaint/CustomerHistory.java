package org.redress.complaint;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What other rooms may know of a customer's complaints without seeing any. */
@Service
public class CustomerHistory {

    private final JdbcClient jdbc;

    CustomerHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Complaints of the customer so far, merged and withdrawn ones too. */
    public int count(long customerId) {
        return jdbc.sql("select count(*) from complaint where customer_id = :customer").param("customer", customerId)
                .query(Integer.class).single();
    }
}
