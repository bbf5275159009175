package org.redress.demo;

import org.redress.organisation.Organisation;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty embedded database at the first start: all of it or nothing, so that a start that was cut off begins afresh. */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoCompany implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);

    private final Organisation organisation;
    private final DemoPeople people;
    private final DemoCustomers customers;
    private final CurrentActor current;
    private final TransactionTemplate transaction;

    DemoCompany(Organisation organisation, DemoPeople people, DemoCustomers customers, CurrentActor current,
            PlatformTransactionManager transactions) {
        this.organisation = organisation;
        this.people = people;
        this.customers = customers;
        this.current = current;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!organisation.people().isEmpty()) {
            return;
        }
        current.callAs(Actor.system("demo"), () -> {
            transaction.executeWithoutResult(status -> {
                people.load();
                customers.load();
            });
            return true;
        });
        LOG.info("The demo company is here: sign in as specialist, password {}", DemoPeople.PASSWORD);
    }
}
