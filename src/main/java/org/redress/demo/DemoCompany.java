package org.redress.demo;

import java.time.Duration;
import java.util.List;
import org.redress.access.Accounts;
import org.redress.callback.ServiceJob;
import org.redress.callback.ServiceJobs;
import org.redress.campaign.CampaignProposals;
import org.redress.organisation.Organisation;
import org.redress.shared.Actor;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty embedded database at the first start: people and customers at once, then their work step by step. A start that was cut
 * off is made up for by the next.
 */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoCompany implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);

    /** The job that goes in when everything else is there. */
    private static final String LAST_JOB = "WO-20099";

    private final Organisation organisation;
    private final DemoPeople people;
    private final DemoCustomers customers;
    private final DemoJobs jobs;
    private final DemoCases cases;
    private final DemoChannels channels;
    private final DemoPortal portal;
    private final DemoCalendar calendar;
    private final DemoDesk desk;
    private final DemoBoards boards;
    private final DemoMonths months;
    private final DemoBriefings briefings;
    private final CampaignProposals campaigns;
    private final ServiceJobs intake;
    private final CurrentActor current;
    private final TransactionTemplate transaction;
    private final boolean withWork;

    DemoCompany(Organisation organisation, DemoPeople people, DemoCustomers customers, DemoJobs jobs, DemoCases cases, DemoChannels channels,
            DemoPortal portal, DemoCalendar calendar, DemoBoards boards, DemoMonths months, DemoBriefings briefings, CampaignProposals campaigns,
            DemoDesk desk, ServiceJobs intake, CurrentActor current, PlatformTransactionManager transactions,
            @Value("${redress.demo-work:true}") boolean withWork) {
        this.organisation = organisation;
        this.people = people;
        this.customers = customers;
        this.jobs = jobs;
        this.cases = cases;
        this.channels = channels;
        this.portal = portal;
        this.calendar = calendar;
        this.desk = desk;
        this.boards = boards;
        this.months = months;
        this.briefings = briefings;
        this.campaigns = campaigns;
        this.intake = intake;
        this.current = current;
        this.transaction = new TransactionTemplate(transactions);
        this.withWork = withWork;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        current.callAs(Actor.system("demo"), () -> {
            if (organisation.people().isEmpty()) {
                transaction.executeWithoutResult(status -> {
                    people.load();
                    customers.load();
                });
                LOG.info("The demo company is here: sign in as specialist, password {}", Accounts.DEMO_PASSWORD);
            }
            if (withWork) {
                loadWorkOrSay();
            }
            return true;
        });
    }

    /** A demo that is not complete is no reason not to start. */
    private void loadWorkOrSay() {
        try {
            loadWork();
        } catch (RuntimeException e) {
            LOG.error("The work of the demo company is not complete; empty the data folder and start again to have it all", e);
        }
    }

    /** Service jobs, calls and cases. The second time it changes nothing. */
    void loadWork() {
        if (!intake.known(List.of(LAST_JOB)).isEmpty()) {
            return;
        }
        jobs.load();
        cases.load();
        channels.load();
        portal.load();
        calendar.load();
        boards.load();
        months.load();
        campaigns.look();
        briefings.load();
        var customer = DemoCustomers.all().get(36);
        intake.intake(List.of(new ServiceJob(LAST_JOB, Business.SAFETY_CHECK, desk.ago(Duration.ofHours(1)), null, "repair-1",
                "handler", new ServiceJob.JobCustomer(customer.account(), customer.name(), customer.phone(), customer.segment()), false)));
        LOG.info("The demo company has work on every desk");
    }
}
